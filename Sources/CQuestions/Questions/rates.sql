-- question: What does each scholarship pay, by academic year, the latest first?
-- personal: no
-- parameter: scholarship (text, optional, example HKPFS) only this scholarship
-- parameter: academic_year (text, optional, example 2025/26) only this year
-- column: scholarship  the scholarship
-- column: academic_year  the year the rate holds for
-- column: component  what is paid
-- column: amount  how much, in the currency
-- column: currency  the currency
-- column: per  month, year or once
-- column: months  of study in which it is paid
-- column: certainty  conditional or about, where it is one
-- column: source  where the figure was read
SELECT c.scholarship, c.academic_year, c.code AS component, c.amount_minor / 100.0 AS amount, c.currency, c.per,
       c.from_month || '-' || coalesce(c.to_month, 'end') AS months,
       nullif(trim(iif(c.conditional, 'conditional ', '') || iif(c.approximate, 'about', '')), '') AS certainty,
       c.source_note AS source
FROM scholarship_components c
WHERE (:scholarship IS NULL OR c.scholarship = :scholarship)
  AND (:academic_year IS NULL OR c.academic_year = :academic_year)
ORDER BY c.scholarship, c.academic_year DESC, c.from_month, c.code;
