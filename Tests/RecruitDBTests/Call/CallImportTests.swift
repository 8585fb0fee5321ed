import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

/// A new database in a folder of its own that goes with it.
final class ScratchDatabase {
    let folder: URL
    let database: RecruitmentDatabase

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "call-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try RecruitmentDatabase.create(at: folder.appending(path: "lab.db").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Imports a call given as text and returns the lines that say what changed.
    func importCall(_ text: String, isDryRun: Bool = false) throws -> String {
        let file = folder.appending(path: "call.json")
        try Data(text.utf8).write(to: file)
        return try database.importCall(from: file.path, isDryRun: isDryRun).lines.joined(separator: "\n")
    }

    func text(_ sql: SQL) throws -> String {
        try database.connection.all(sql) { row in
            (0..<row.columnCount).map { index in
                switch row.value(index) {
                case .null: "-"
                case .integer(let number): "\(number)"
                case .real(let number): "\(number)"
                case .text(let text): text
                case .blob: "?"
                }
            }.joined(separator: " ")
        }.joined(separator: "\n")
    }

    func run(_ sql: SQL) throws { try database.connection.run(sql) }
}

/// The small call with texts changed, each of which must stand in it once.
private func changed(_ changes: (String, String)...) throws -> String {
    var text = smallCall
    for (old, new) in changes {
        try #require(text.components(separatedBy: old).count == 2, "\(old)")
        text = text.replacing(old, with: new)
    }
    return text
}

@Test func `a call fills the tables and says what it added`() throws {
    let scratch = try ScratchDatabase()
    #expect(
        try scratch.importCall(smallCall) == """
            lab: added
            members/ana: added
            members/ben: added
            addresses/lab@example.org: added
            privacy_notices/1: added
            questions/when: added
            intakes/2027-spring: added
            intakes/2027-fall: added
            scholarships/GRANT: added (2 rates)
            positions/phd: added (2 keywords, 2 intakes, 2 documents, 1 scholarship)
            positions/postdoc: added (1 keyword)
            positions/intern: added (2 keywords, 2 requirements)
            """)
    #expect(
        try scratch.text(
            "SELECT slug, position_type, status, min_months, remote_allowed, contact FROM positions ORDER BY id")
                == """
                phd phd open - 0 ana
                postdoc postdoc open - 0 -
                intern intern open 3 1 -
                """)
    #expect(
        try scratch.text(
            "SELECT code, amount_minor, currency, per, from_month, to_month, conditional FROM scholarship_components")
                == """
                stipend 1850050 HKD month 1 - 0
                top_up 20000 HKD year 13 24 1
                """)
    #expect(try scratch.text("SELECT call ->> '$.how_to_apply.email' FROM lab") == "ana@example.org")
}

@Test func `the same call again changes no row, the smart lab's neither`() throws {
    let smartLab = try String(contentsOf: exampleFolder.appending(path: "smart-lab/call.json"), encoding: .utf8)
    for call in [smallCall, smartLab] {
        let scratch = try ScratchDatabase()
        _ = try scratch.importCall(call)
        let before = scratch.database.connection.totalChanges
        #expect(try scratch.importCall(call) == "")
        #expect(scratch.database.connection.totalChanges == before)
    }
}

@Test func `a dry run tells the changes and makes none`() throws {
    let scratch = try ScratchDatabase()
    #expect(try scratch.importCall(smallCall, isDryRun: true).hasPrefix("lab: added\n"))
    #expect(try scratch.text("SELECT count(*) FROM positions") == "0")
    #expect(try scratch.importCall(smallCall).hasPrefix("lab: added\n"))
}

@Test func `a wrong call changes nothing`() throws {
    let scratch = try ScratchDatabase()
    let error = #expect(throws: RecruitmentError.self) {
        try scratch.importCall(smallCall.replacing(#""must""#, with: #""required""#))
    }
    #expect(error?.kind == .badData)
    #expect(
        error?.message.hasSuffix(#"positions[2].requirements[0].necessity: "required" is not one of must, preferred"#)
            == true)
    #expect(try scratch.text("SELECT count(*) FROM lab") == "0")
}

@Test func `a changed call says each change, line by line`() throws {
    let scratch = try ScratchDatabase()
    _ = try scratch.importCall(smallCall)
    let second = try changed(
        (#""status": "open""#, #""status": "closed""#), (#""name": "Tide Lab""#, #""name": "Tide and Wave Lab""#),
        ("18500.50", "19000"), (#""min_months": 3, "#, ""),
        (#""statement": "Tides.", "weight": 2.5"#, #""statement": "Tides and waves.", "weight": 2"#),
        (#"["phd", "博士"]"#, #"["phd", "doctoral"]"#), (#""role": "admin""#, #""role": "reviewer""#),
        (#""openings": 2"#, #""openings": 3"#),
        (#""subject_rule": "Name the position.""#, #""subject_rule": "Say which.""#),
        (#"["resume"]"#, #"["resume", "letter"]"#))
    #expect(
        try scratch.importCall(second) == """
            lab: name "Tide Lab" -> "Tide and Wave Lab"
            lab: how_to_apply.subject_rule "Name the position." -> "Say which."
            lab: how_to_apply.material[1] nothing -> letter
            members/ben: role admin -> reviewer
            scholarships/GRANT/rates/2027/28 stipend 1: amount_minor HKD 18,500.50 -> HKD 19,000
            positions/phd: status open -> closed
            positions/intern: min_months 3 -> nothing
            positions/phd/keywords/博士: removed
            positions/phd/keywords/doctoral: added
            positions/phd/intakes/2027-fall: openings 2 -> 3
            positions/intern/requirements/2: statement Tides. -> "Tides and waves."
            positions/intern/requirements/2: weight 2.5 -> 2
            """)
    #expect(try scratch.importCall(second) == "")
}

@Test func `a long text is shown where it differs`() {
    let long = String(repeating: "word ", count: 30)
    let shown = TextDifference.shown(long + "HKD 18,500 a month", long + "HKD 19,000 a month")
    #expect(shown.old == #"..."word word word HKD 18,500 a month""#)
    #expect(shown.new == #"..."word word word HKD 19,000 a month""#)
}

@Test func `what the call names wins over SQL, and what it does not name stays`() throws {
    let scratch = try ScratchDatabase()
    _ = try scratch.importCall(smallCall)
    try scratch.run(
        "UPDATE positions SET status = 'paused', title = 'Doctoral student', min_months = 12 WHERE slug = 'phd'")
    try scratch.run("UPDATE positions SET status = 'closed' WHERE slug = 'intern'")
    try scratch.run("INSERT INTO positions (slug, title, position_type) VALUES ('engineer', 'Engineer', 'other')")
    try scratch.run("INSERT INTO position_keywords SELECT 'engineer', id FROM positions WHERE slug = 'engineer'")
    try scratch.run("INSERT INTO lab_addresses VALUES ('office@example.org')")
    try scratch.run("UPDATE members SET active = 0 WHERE handle = 'ben'")
    #expect(
        try scratch.importCall(smallCall) == """
            positions/phd: title "Doctoral student" -> "PhD student"
            positions/phd: status paused -> open
            """)
    #expect(
        try scratch.text("SELECT slug, status, min_months FROM positions ORDER BY slug") == """
            engineer open -
            intern closed 3
            phd open 12
            postdoc open -
            """)
    #expect(try scratch.text("SELECT count(*) FROM lab_addresses") == "2")
    #expect(try scratch.text("SELECT active FROM members WHERE handle = 'ben'") == "0")
}

@Test func `a field that a call named once and no longer is empty again`() throws {
    let scratch = try ScratchDatabase()
    _ = try scratch.importCall(smallCall)
    let second = try changed(
        (#", "remote_allowed": true"#, ""), (#""closes_on": "2027-05-31""#, #""closes_on": "2027-06-30""#))
    #expect(
        try scratch.importCall(second) == """
            intakes/2027-fall: closes_on 2027-05-31 -> 2027-06-30
            positions/intern: remote_allowed 1 -> 0
            """)
}

@Test func `what the call no longer names is removed, kept or closed`() throws {
    let scratch = try ScratchDatabase()
    _ = try scratch.importCall(smallCall)
    let ref = try scratch.database.applicants.add(
        Applicant(
            name: "Mei Wong", emails: ["mei@example.com"], firstSeenAt: Timestamp(secondsSince1970: 1_790_000_000)))
    _ = try scratch.database.applications.add(
        Application(
            applicant: ref.ref, position: "phd", intake: "2027-fall",
            receivedAt: Timestamp(secondsSince1970: 1_790_000_000)))
    let second = #"""
        { "lab": { "name": "Tide Lab", "leader": "ana",
            "members": [{ "handle": "ana", "name": "Ana Li", "email": "ana@example.org", "role": "pi" }] },
          "positions": [{ "slug": "doctoral", "title": "Doctoral student", "position_type": "phd",
                           "keywords": ["phd"] }] }
        """#
    let lines = try scratch.importCall(second)
    #expect(
        lines.split(separator: "\n").filter { !$0.hasPrefix("lab:") }.joined(separator: "\n") == """
            addresses/lab@example.org: removed
            positions/doctoral: added (1 keyword)
            positions/phd/keywords/phd: removed
            positions/intern: removed
            positions/phd: not in the call any more, kept with its 1 application
            positions/phd: status open -> closed
            positions/postdoc: removed
            intakes/2027-fall: not in the call any more, kept because something refers to it
            intakes/2027-spring: not in the call any more, kept because something refers to it
            scholarships/GRANT: not in the call any more, kept because something refers to it
            questions/when: removed
            members/ben: not in the call any more, kept as inactive
            """)
    #expect(try scratch.importCall(second) == "")
    #expect(try scratch.text("SELECT slug, status FROM positions ORDER BY slug") == "doctoral open\nphd closed")
    #expect(try scratch.importCall(smallCall).contains("members/ben: active 0 -> 1"))
    #expect(try scratch.text("PRAGMA foreign_key_check") == "")
}

@Test func `an address that changes its case stays the lab's`() throws {
    let scratch = try ScratchDatabase()
    _ = try scratch.importCall(smallCall)
    let lines = try scratch.importCall(smallCall.replacing(#"["lab@example.org"]"#, with: #"["Lab@example.org"]"#))
    #expect(lines == "addresses/lab@example.org: removed\naddresses/Lab@example.org: added")
    #expect(try scratch.text("SELECT address FROM lab_addresses") == "Lab@example.org")
}

@Test func `the lab's row says who changed the call last`() throws {
    let scratch = try ScratchDatabase()
    let file = scratch.folder.appending(path: "call.json")
    for (call, handle) in [(smallCall, "ben"), (smallCall, "ana")] {
        try Data(call.utf8).write(to: file)
        try scratch.database.importCall(from: file.path, by: handle)
        #expect(try scratch.text("SELECT call ->> '$.imported_by' FROM lab") == "ben")
    }
    try Data(smallCall.replacing("Tide Lab", with: "Wave Lab").utf8).write(to: file)
    #expect(
        try scratch.database.importCall(from: file.path, by: "ana").lines == [#"lab: name "Tide Lab" -> "Wave Lab""#])
    #expect(try scratch.text("SELECT call ->> '$.imported_by', length(call ->> '$.imported_at') FROM lab") == "ana 20")
}

@Test func `a sentence keeps its row when its place changes`() throws {
    let scratch = try ScratchDatabase()
    func call(_ sentences: String...) -> String {
        let list = sentences.map { #"{"necessity":"must","category":"skill","statement":"\#($0)"}"# }
        let position =
            #"{"slug":"a","title":"A","position_type":"other","requirements":["#
            + list.joined(separator: ",") + "]}"
        return #"{"lab":{"name":"L","members":[]},"positions":[\#(position)]}"#
    }
    let rows: SQL = "SELECT ordinal, id, statement FROM position_requirements ORDER BY ordinal"
    _ = try scratch.importCall(call("Reads.", "Writes.", "Counts."))
    #expect(
        try scratch.importCall(call("Sings.", "Counts.", "Reads.")) == """
            positions/a/requirements/2: removed
            positions/a/requirements/3: ordinal 1 -> 3
            positions/a/requirements/2: ordinal 3 -> 2
            positions/a/requirements/1: added
            """)
    let table = try scratch.text(rows).split(separator: "\n")
    #expect(table.dropFirst() == ["2 3 Counts.", "3 1 Reads."] && table.first?.hasSuffix(" Sings.") == true)
    _ = try scratch.importCall(call("Reads."))
    #expect(try scratch.text(rows) == "1 1 Reads.")
}

@Test func `members change handles and addresses with each other`() throws {
    let scratch = try ScratchDatabase()
    _ = try scratch.importCall(smallCall)
    let swapped = smallCall.replacing("ana@example.org\", \"role", with: "x@x").replacing(
        "ben@example.org", with: "ana@example.org"
    )
    .replacing("x@x", with: "ben@example.org\", \"role")
    #expect(
        try scratch.importCall(swapped) == """
            members/ana: email ana@example.org -> ben@example.org
            members/ben: email ben@example.org -> ana@example.org
            """)
    #expect(
        try scratch.importCall(swapped.replacing(#""handle": "ben""#, with: #""handle": "benho""#))
            == "members/benho: handle ben -> benho")
    try scratch.run(
        "INSERT INTO members (handle, name, email, role) VALUES ('eve', 'Eve', 'eve@example.org', 'member')")
    let error = #expect(throws: RecruitmentError.self) {
        try scratch.importCall(swapped.replacing(#""email": "ben@example.org""#, with: #""email": "Eve@example.org""#))
    }
    #expect(
        error?.message
            == "members: Eve@example.org is the address of eve in the database and of ana in the call; "
            + "correct one of them"
    )
}
