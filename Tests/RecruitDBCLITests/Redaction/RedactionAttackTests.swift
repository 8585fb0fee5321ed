import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

/// Ways in which personal values have been had from a file that was said to hide them.
@Suite struct RedactionAttackTests {
    private static let attacks: [(name: String, sql: String)] = [
        ("a closed table", "SELECT * FROM applicant_names"),
        ("a closed view", "SELECT * FROM application_overview"),
        ("one column of it", "SELECT name FROM application_overview"),
        ("a quoted name", "SELECT \"NAME\" FROM \"Application_Overview\""),
        ("a name in brackets", "SELECT [email] FROM [applicant_emails]"),
        ("a schema before the name", "SELECT main.applicant_names.name FROM main.applicant_names"),
        ("an alias", "SELECT x.y FROM (SELECT name AS y FROM applicant_names) x"),
        ("upper and lower", "SELECT lower(upper(email)) FROM applicant_emails"),
        ("hex", "SELECT group_concat(name, ',') FROM applicant_names"),
        ("quote", "SELECT quote(email) FROM applicant_emails"),
        ("a cast", "SELECT CAST(CAST(name AS BLOB) AS TEXT) FROM applicant_names"),
        ("printf", "SELECT printf('%s', email) FROM applicant_emails"),
        ("JSON", "SELECT json_group_array(email) FROM applicant_emails"),
        ("a JSON object", "SELECT json_object('n', name) FROM applicant_names"),
        ("JSON taken apart", "SELECT value FROM applicant_emails, json_each(json_array(email))"),
        ("the largest", "SELECT max(email) FROM applicant_emails"),
        ("the smallest", "SELECT min(sha256) FROM file_hashes"),
        ("the first of a window", "SELECT first_value(name) OVER (ORDER BY name) FROM applicant_names"),
        ("the one before", "SELECT lag(email) OVER (ORDER BY email) FROM applicant_emails"),
        ("a scalar subquery", "SELECT (SELECT email FROM applicant_emails LIMIT 1)"),
        (
            "a correlated one",
            "SELECT (SELECT name FROM applicant_names n WHERE n.applicant_id = a.id) FROM applicants a"
        ),
        ("a CTE", "WITH x AS (SELECT name AS y FROM applicant_names) SELECT y FROM x"),
        ("a CTE kept in memory", "WITH x AS MATERIALIZED (SELECT email FROM applicant_emails) SELECT * FROM x"),
        (
            "a CTE that has the name of a table",
            "WITH applications AS (SELECT name FROM applicant_names) SELECT name FROM applications"
        ),
        (
            "a closed column beside a CTE",
            "WITH x AS (SELECT 1) SELECT by_whom FROM stage_history a FULL JOIN stage_history b USING (by_whom), x"
        ),
        (
            "a recursive CTE",
            "WITH RECURSIVE x(n) AS (SELECT name FROM applicant_names UNION SELECT n FROM x) SELECT n FROM x"
        ),
        ("UNION", "SELECT ref FROM applicants UNION SELECT name FROM applicant_names"),
        ("EXCEPT", "SELECT name FROM applicant_names EXCEPT SELECT ref FROM applicants"),
        ("INTERSECT", "SELECT name FROM applicant_names INTERSECT SELECT name FROM application_overview"),
        ("VALUES", "VALUES ((SELECT min(name) FROM applicant_names))"),
        ("a join", "SELECT n.name FROM applicants a JOIN applicant_names n ON n.applicant_id = a.id"),
        ("an outer join", "SELECT n.name FROM applicants a LEFT JOIN applicant_names n ON n.applicant_id = a.id"),
        ("FULL JOIN USING", "SELECT name FROM applicant_names a FULL JOIN applicant_names b USING (name)"),
        ("NATURAL FULL JOIN", "SELECT * FROM applicant_emails a NATURAL FULL JOIN applicant_emails b"),
        ("RIGHT JOIN USING", "SELECT email FROM applicant_emails a RIGHT JOIN applicant_emails b USING (email)"),
        (
            "FULL JOIN USING of views",
            "SELECT name FROM application_overview a FULL JOIN application_overview b USING (name)"
        ),
        (
            "FULL JOIN USING with an open table",
            "SELECT applicant_id, name FROM applicant_names a FULL JOIN (SELECT '' AS name) b USING (name)"
        ),
        (
            "a closed column by FULL JOIN USING",
            "SELECT by_whom FROM stage_history a FULL JOIN stage_history b USING (by_whom)"
        ),
        ("a closed column of an open table", "SELECT by_whom FROM stage_history"),
        ("all columns of it", "SELECT * FROM stage_history"),
        ("a closed column by a view of one's own", "SELECT * FROM who_moved"),
        ("a row value", "SELECT name FROM applicant_names WHERE (applicant_id, name) > (0, '')"),
        ("GROUP BY", "SELECT name FROM applicant_names GROUP BY name"),
        ("HAVING", "SELECT min(email) FROM applicant_emails GROUP BY applicant_id HAVING min(email) > ''"),
        ("DISTINCT", "SELECT DISTINCT filename FROM document_names"),
        ("a FILTER", "SELECT group_concat(email) FILTER (WHERE email > '') FROM applicant_emails"),
        ("CASE", "SELECT CASE WHEN name > '' THEN name END FROM applicant_names"),
        ("COALESCE", "SELECT coalesce(NULL, name) FROM applicant_names"),
        ("concatenation", "SELECT '' || email FROM applicant_emails"),
        ("a collation", "SELECT name COLLATE NOCASE FROM applicant_names ORDER BY 1"),
        ("INDEXED BY", "SELECT email FROM applicant_emails INDEXED BY applicant_emails_by_email WHERE email > ''"),
        ("NOT INDEXED", "SELECT email FROM applicant_emails NOT INDEXED"),
        ("the hashes of papers", "SELECT sha256 FROM document_overview"),
        ("subjects", "SELECT subject FROM message_headers"),
        ("Message-IDs", "SELECT message_id FROM message_overview"),
        ("the inbox", "SELECT sender, subject FROM inbox UNION ALL SELECT sender, subject FROM message_headers"),
        ("texts of mail", "SELECT text FROM message_texts"),
        ("names of attachments", "SELECT filename FROM message_attachments"),
        ("addresses of recipients", "SELECT recipients FROM message_headers"),
        ("texts of papers", "SELECT text FROM document_pages"),
        ("full text", "SELECT words FROM document_fts"),
        ("the shadow of full text", "SELECT CAST(group_concat(c0, ' ') AS TEXT) FROM document_fts_content"),
        ("a snippet", "SELECT highlight(document_fts, 0, '', '') FROM document_fts('cv OR university OR the')"),
        (
            "a JOIN of a CTE with USING",
            "WITH x AS (SELECT email FROM applicant_emails) SELECT email FROM x FULL JOIN x y USING (email)"
        ),
        ("EXISTS of one's own guess", "SELECT n.name FROM (SELECT 1) FULL JOIN applicant_names n ON EXISTS (SELECT 1)"),
        ("members of the lab", "SELECT name, email FROM members"),
        ("a second statement", "SELECT name FROM applicant_names; "),
        ("a comment first", "/* names */ -- all\nSELECT name FROM applicant_names"),
    ]

    @Test func `every attack leaks without redaction, and none with it`() throws {
        let pair = try DatabasePair(hasOwnThings: false)
        let connection = try Connection(path: pair.paths[0], access: .readOnly)
        let members = try connection.all("SELECT name FROM members") { (row: borrowing Row) in try row.text(0) }
        let texts = try connection.all(
            "SELECT substr(text, 1, 40) FROM message_texts UNION SELECT substr(text, 1, 20) FROM document_pages UNION SELECT recipients FROM message_headers UNION SELECT filename FROM message_attachments UNION SELECT by_whom FROM stage_history UNION SELECT substr(words, 1, 20) FROM document_fts"
        ) { (row: borrowing Row) in try row.textOrNil(0) ?? "" }
        let secrets = (pair.secrets + members + texts).filter { $0.utf8.count > 2 }
        func shows(_ answer: String) -> Bool {
            let bare = answer.replacingOccurrences(of: "\\n", with: "\n").replacingOccurrences(of: "\\\"", with: "\"")
            return secrets.contains { bare.localizedStandardContains($0) }
        }
        let (open, closed) = (
            try NonInterferenceTests.Asked(pair.paths[0], isRedacted: false),
            try NonInterferenceTests.Asked(pair.paths[0])
        )
        #expect(Self.attacks.count >= 60)
        for (name, sql) in Self.attacks {
            #expect(shows(open.answer(sql)), "\(name) shows nothing: \(open.answer(sql).prefix(200))")
            let answer = closed.answer(sql)
            #expect(!answer.contains("["), "\(name) is answered: \(answer.prefix(200))")
            #expect(answer.contains("--redact"), "\(name): \(answer.prefix(200))")
            #expect(!shows(answer.replacingOccurrences(of: "sql", with: "")) || answer.contains("shows personal data"))
        }
    }

    @Test(
        arguments: [
            ("name = 'NAME'", "name = 'nobody'"), ("email LIKE 'EMAIL'", "email LIKE 'x'"),
            ("email LIKE '%@%'", "email LIKE '%@'"),
        ])
    func `a guess gets the same answer whether it is right or wrong`(right: String, wrong: String) throws {
        let pair = try DatabasePair(hasOwnThings: false)
        let (open, closed) = (
            try NonInterferenceTests.Asked(pair.paths[0], isRedacted: false),
            try NonInterferenceTests.Asked(pair.paths[0])
        )
        let name = open.answer("SELECT min(name) AS x FROM applicant_names").split(separator: "\"")[3]
        let email = open.answer("SELECT min(email) AS x FROM applicant_emails").split(separator: "\"")[3]
        let guess = right.replacingOccurrences(of: "NAME", with: name).replacingOccurrences(of: "EMAIL", with: email)
        for form in [
            "SELECT count(*) FROM application_overview WHERE ?", "SELECT ref FROM application_overview WHERE ?",
            "SELECT 1 WHERE EXISTS (SELECT 1 FROM application_overview WHERE ?)",
            "SELECT CASE WHEN (SELECT 1 FROM application_overview WHERE ?) THEN 1 ELSE abs(-9223372036854775808) END",
        ] {
            let (yes, no) = (form.replacing("?", with: guess), form.replacing("?", with: wrong))
            #expect(open.answer(yes) != open.answer(no))
            #expect(closed.answer(yes) == closed.answer(no))
        }
    }

    @Test(arguments: [
        "LEFT JOIN message_headers m USING (header_message_id)", "NATURAL LEFT JOIN message_headers m",
        "LEFT JOIN message_headers m USING (header_message_id) LEFT JOIN applicant_emails e USING (email)",
        "LEFT JOIN main.\"Message_Headers\" USING (header_message_id)",
    ])
    func `the order of rows does not follow the statistics of a closed table that SQLite leaves out`(
        join: String
    ) throws {
        let pair = try DatabasePair(hasOwnThings: false)
        for (path, id) in zip(pair.paths, ["'m' || message_id", "'same'"]) {
            let connection = try Connection(path: path, access: .readWrite)
            try connection.execute("UPDATE message_headers SET header_message_id = \(raw: id); ANALYZE")
            connection.close()
        }
        let sql = """
            SELECT DISTINCT a.id, b.id FROM (SELECT 'm' AS header_message_id, 'e' AS email) z
            JOIN applications a JOIN messages b ON a.id = b.application_id
            JOIN decision_reasons c ON c.to_stage = a.stage \(join) LIMIT 3
            """
        let answers = try pair.paths.map { try NonInterferenceTests.Asked($0).answer(sql) }
        #expect(answers[0] == answers[1])
        #expect(answers[0].contains("--redact") && !answers[0].contains("["), "\(answers[0])")
    }

    @Test func `no open column repeats a word that is closed`() throws {
        let lab = try Lab()
        try lab.expectDone(["import", "mail", lab.mailbox("in.mbox", 40, seed: 3).path])
        let connection = try Connection(path: lab.database.path, access: .readOnly)
        defer { connection.close() }
        // What a call changed repeats what it says openly elsewhere, and closed words beside it.
        let closed = try connection.all(
            """
            SELECT table_name, column_name FROM data_dictionary
            WHERE personal_data = 'identifying' AND table_name <> 'import_call_changes'
            """
        ) { (row: borrowing Row) in (try row.text(0), try row.text(1)) }
        // Whom the lab names in the description that it publishes, everybody may know.
        let published = try connection.value(String.self, "SELECT description FROM lab")
        var words: [String: String] = [:]
        for (table, column) in closed {
            for word in try connection.all("SELECT \(raw: column) FROM \(raw: table)", { try $0.textOrNil(0) }) {
                if let word, word.utf8.count >= 5, !published.contains(word) { words[word] = "\(table).\(column)" }
            }
        }
        #expect(words.count > 200 && words["hchen"] != nil)
        let asked = try NonInterferenceTests.Asked(lab.database.path)
        for (name, columns) in try OpenSchema(connection).openTables.values where name != "data_dictionary" {
            let answer = asked.answer("SELECT \(columns.joined(separator: ", ")) FROM \(name)")
            #expect(answer.hasPrefix("["), "\(name): \(answer)")
            for (word, place) in words { #expect(!answer.contains(word), "\(name) shows \(word) of \(place)") }
        }
    }
}
