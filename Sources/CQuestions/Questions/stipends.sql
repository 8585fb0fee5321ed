-- question: How did the monthly stipends change from year to year?
-- personal: no
-- column: scholarship  the scholarship
-- column: academic_year  the year
-- column: monthly  the stipend a month, in the currency
-- column: currency  the currency
-- column: change  against the year before that is known
-- column: percent  the same in percent
SELECT scholarship, academic_year, monthly, currency, monthly - last AS change,
       round(100.0 * (monthly - last) / last, 1) AS percent
FROM (SELECT scholarship, academic_year, amount_minor / 100.0 AS monthly, currency,
             lag(amount_minor / 100.0) OVER (PARTITION BY scholarship ORDER BY academic_year) AS last
      FROM scholarship_components WHERE code = 'stipend' AND per = 'month' AND from_month = 1)
ORDER BY scholarship, academic_year;
