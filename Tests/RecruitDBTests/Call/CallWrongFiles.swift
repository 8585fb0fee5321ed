/// Changes of the small call, one by one, with the sentence that refuses each.
let changedCalls: [ChangedCall] = [
    // Words out of a list, with what would be right.
    ChangedCall(
        #""must", "category""#, #""required", "category""#,
        #"positions[2].requirements[0].necessity: "required" is not one of must, preferred"#),
    ChangedCall(
        #""skill""#, #""skills""#,
        #"positions[2].requirements[1].category: "skills" is not one of education, skill, experience, publication, "#
            + "language, attribute, availability"),
    ChangedCall(
        #""role": "admin""#, #""role": "boss""#,
        #"lab.members[1].role: "boss" is not one of pi, admin, reviewer, member"#),
    ChangedCall(
        #""status": "open""#, #""status": true"#,
        "positions[0].status: true is not one of draft, open, paused, closed, filled"),
    ChangedCall(
        #"["cv","#, #"["resume","#,
        #"positions[0].documents[0]: "resume" is not one of cv, transcript, cover_letter, research_statement, "#
            + "publication, recommendation, certificate, other"),
    ChangedCall(
        #""per": "month""#, #""per": "week""#,
        #"scholarships[0].components[0].per: "week" is not one of month, year, once"#),

    // Keys that are missing or unknown.
    ChangedCall(#""title": "Postdoc", "#, "", "positions[1]: title is missing"),
    ChangedCall(#""name": "Ana Li", "#, "", "lab.members[0]: name is missing"),
    ChangedCall(#""title": "Postdoc""#, #""tilte": "Postdoc""#, "positions[1]: title is missing"),
    ChangedCall(
        #""leader": "ana","#, #""leader": "ana", "adress": [],"#, "lab.adress: unknown key, did you mean addresses?"),
    ChangedCall(#""min_months""#, #""minMonths""#, "positions[2].minMonths: unknown key, did you mean min_months?"),
    ChangedCall(
        #""text": "When?""#, #""text": "When?", "zz": 1"#,
        "questions[0].zz: unknown key, known here are code, text, type, options, positions"),
    ChangedCall(#""how_to_apply""#, #""how to apply""#, #"["how to apply"]: unknown key, did you mean how_to_apply?"#),

    // Values of another kind.
    ChangedCall(#""title": "Postdoc""#, #""title": 12"#, "positions[1].title: 12 is not a text in quotes"),
    ChangedCall(#""title": "Postdoc""#, #""title": null"#, "positions[1].title: null is not a text in quotes"),
    ChangedCall(
        #""title": "Postdoc""#, #""title": " ""#,
        #"positions[1].title: " " is not a text on one line: it is blank or has line breaks or control characters"#),
    ChangedCall(
        #""title": "Postdoc""#, #""title": "Post\ndoc""#,
        "positions[1].title: \"Post\u{FFFD}doc\" is not a text on one line: it is blank or has line "
            + "breaks or control characters"
    ),
    ChangedCall(
        #""addresses": ["lab@example.org"]"#, #""addresses": "lab@example.org""#,
        #"lab.addresses: "lab@example.org" is not a list"#),
    ChangedCall(
        #""keywords": ["postdoc"]"#, #""keywords": [7]"#, "positions[1].keywords[0]: 7 is not a text in quotes"),
    ChangedCall(#"[{ "heading": "Description", "text": "Tides." }]"#, "[[]]", "page.sections[0]: [] is not an object"),
    ChangedCall(
        #""remote_allowed": true"#, #""remote_allowed": "yes""#,
        #"positions[2].remote_allowed: "yes" is not true or false"#),
    ChangedCall(
        "18500.50", #""18,500""#,
        #"scholarships[0].components[0].amount: "18,500" is not a number; write 18500 or 18500.50, "#
            + #"without quotes and commas"#
    ),

    // Shapes and ranges.
    ChangedCall(
        #""slug": "postdoc""#, #""slug": "Post Doc""#,
        #"positions[1].slug: "Post Doc" is not a slug: small letters and digits, single hyphens "#
            + #"between, as research-assistant"#
    ),
    ChangedCall(
        #""email": "ben@example.org""#, #""email": "ben at example.org""#,
        #"lab.members[1].email: "ben at example.org" is not an e-mail address, as name@example.org"#),
    ChangedCall(
        #""effective_on": "2026-05-01""#, #""effective_on": "1 May 2026""#,
        #"privacy_notice.effective_on: "1 May 2026" is not a day of the calendar, written YYYY-MM-DD"#),
    ChangedCall(
        #""starts_on": "2027-02-01""#, #""starts_on": "2027-02-30""#,
        #"intakes[0].starts_on: "2027-02-30" is not a day of the calendar, written YYYY-MM-DD"#),
    ChangedCall(
        #""academic_year": "2026/27""#, #""academic_year": "2026-27""#,
        #"intakes[0].academic_year: "2026-27" is not an academic year: a year and the next one's two "#
            + #"digits, as 2027/28"#
    ),
    ChangedCall(
        #""code": "2027-spring""#, #""code": "spring 2027""#,
        #"intakes[0].code: "spring 2027" is not an intake: a year and spring or fall, as 2027-fall"#),
    ChangedCall(
        #""min_months": 3"#, #""min_months": 0"#, "positions[2].min_months: 0 is not a whole number from 1 to 120"),
    ChangedCall(
        #""min_months": 3"#, #""min_months": 2.5"#, "positions[2].min_months: 2.5 is not a whole number from 1 to 120"),
    ChangedCall(#""min_months": 3"#, #""min_months": 3.0"#, nil),
    ChangedCall("[6, 7]", "[6, 9]", "positions[2].eligible_levels[1]: 9 is not a whole number from 0 to 8"),
    ChangedCall("[6, 7]", "[6, 7, 6.0]", "positions[2].eligible_levels: a level stands twice in this list"),
    ChangedCall("2.5", "0", "positions[2].requirements[1].weight: 0 is not a number above 0 and up to 100"),
    ChangedCall(
        #""amount": 200"#, #""amount": 1e12"#,
        "scholarships[0].components[1].amount: 1e12 is not between -1000000000 and 1000000000"),
    ChangedCall(
        "18500.50", "18500.505",
        "scholarships[0].components[0].amount: 18500.505 has more than the 2 decimals that HKD has",
        isBeyondSchema: true),
    ChangedCall(
        #"18500.50, "currency": "HKD""#, #"18500.50, "currency": "HK$""#,
        #"scholarships[0].components[0].currency: "HK$" is not a currency's code of three capitals "#
            + #"(ISO 4217), as HKD"#),
    ChangedCall(#""language": "en""#, #""language": "zh-Hant-HK""#, nil),
    ChangedCall(
        #""language": "en""#, #""language": "english please""#,
        #"privacy_notice.language: "english please" is not a language tag (BCP 47), as en or zh-Hant"#),
    ChangedCall(#""funder": "Sea Council""#, #""funder": "Sea Council", "url": "https://example.org/a?b=c#d""#, nil),
    ChangedCall(
        #""funder": "Sea Council""#, #""funder": "Sea Council", "url": "example.org""#,
        #"scholarships[0].url: "example.org" is not a web address that begins with https:// or http://"#),
]

/// Changes that contradict another place of the call.
let contradictoryCalls: [ChangedCall] = [
    ChangedCall(
        #""slug": "postdoc""#, #""slug": "phd""#,
        #"positions[1].slug: "phd" stands twice as a slug, first in positions[0].slug"#),
    ChangedCall(
        #""handle": "ben""#, #""handle": "ana""#,
        #"lab.members[1].handle: "ana" stands twice as a handle, first in lab.members[0].handle"#),
    ChangedCall(
        #"["lab@example.org"]"#, #"["Ben@Example.org"]"#,
        #"lab.addresses[0]: "Ben@Example.org" stands twice as an address, first in lab.members[1].email"#),
    ChangedCall(
        #"{ "code": "2027-fall", "openings": 2 }"#, #""2027-spring""#,
        #"positions[0].intakes[1]: "2027-spring" stands twice in this list, first as positions[0].intakes[0]"#),
    ChangedCall(
        #""ordinal": 2"#, #""ordinal": 1"#,
        "positions[2].requirements[1]: ordinal 1 is already that of positions[2].requirements[0]"),
    ChangedCall(
        #""code": "2027-spring", "#, #""code": "2028-spring", "#,
        #"positions[0].intakes[0]: "2027-spring" is not one of the call's intakes (2028-spring, 2027-fall)"#),
    ChangedCall(
        #""contact": "ana""#, #""contact": "carl""#,
        #"positions[0].contact: "carl" is not the handle of a member (ana, ben)"#),
    ChangedCall(
        #""leader": "ana""#, #""leader": "anna""#, #"lab.leader: "anna" is not the handle of a member (ana, ben)"#),
    ChangedCall(
        #"["GRANT"]"#, #"["HKPFS"]"#,
        #"positions[0].scholarships[0]: "HKPFS" is not one of the call's scholarships (GRANT)"#),
    ChangedCall(
        #"["phd"]"#, #"["mphil"]"#,
        #"questions[0].positions[0]: "mphil" is not one of the call's positions (phd, postdoc, intern)"#),
    ChangedCall(
        #"["postdoc"]"#, #"["postdoc", "ＰＨ．Ｄs"]"#,
        #"positions[1].keywords[1]: "ＰＨ．Ｄs" names two positions, first in positions[0].keywords[0]: "#
            + #"no subject with it could name one"#
    ),
    ChangedCall(#"["postdoc"]"#, #"["postdoc", "Post-Doc", "博士后", "博士後"]"#, nil),
    ChangedCall(
        #"["postdoc"]"#, #"["!!"]"#,
        #"positions[1].keywords[0]: "!!" has no letter by which a subject could name a position"#),
    ChangedCall(
        #"["postdoc"]"#, #"["postdoc", "postdoc"]"#,
        #"positions[1].keywords[1]: "postdoc" stands twice in this list, first as positions[1].keywords[0]"#),
    ChangedCall(
        #""2026/27""#, #""2026/28""#,
        #"intakes[0].academic_year: "2026/28" is not an academic year: a year and the next one's two "#
            + #"digits, as 2027/28"#
    ),
    ChangedCall(#""2026/27""#, #""2028/29""#, #"intakes[0].academic_year: "2028/29" does not contain 2027-spring"#),
    ChangedCall(
        #""starts_on": "2027-02-01""#, #""starts_on": "2026-02-01""#,
        #"intakes[0].starts_on: "2026-02-01" is not in 2027, the year of 2027-spring"#),
    ChangedCall(
        #""closes_on": "2027-05-31""#, #""closes_on": "2026-05-31""#,
        #"intakes[1].closes_on: "2026-05-31" is before opens_on, "2026-07-01""#),
    ChangedCall(
        #""date_posted_on": "2026-05-01""#, #""date_posted_on": "2026-05-01", "valid_through_on": "2026-04-30""#,
        #"positions[2].valid_through_on: "2026-04-30" is before date_posted_on, "2026-05-01""#),
    ChangedCall(
        #""to_month": 24"#, #""to_month": 12"#, "scholarships[0].components[1].to_month: 12 is before from_month, 13"),
    ChangedCall(
        #""code": "top_up", "amount": 200, "currency": "HKD", "per": "year","#,
        #""code": "stipend", "amount": 200, "currency": "HKD", "per": "year" }, { "academic_year": "2027/28","#
            + #" "code": "stipend", "amount": 7, "currency": "HKD", "per": "year","#,
        "scholarships[0].components[1]: stipend of 2027/28 from month 1 stands twice, first in "
            + "scholarships[0].components[0]"
    ),
    ChangedCall(#""type": "choice", "#, "", "questions[0].options: only a question of type choice has options"),
    ChangedCall(
        #", "options": ["soon", "later"]"#, "",
        "questions[0]: options is missing: a choice has the answers to choose from"),
].map { change in
    var change = change
    change.isBeyondSchema = true
    return change
}
