import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

/// The same numbers for the same seed (SplitMix64).
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Two copies of one database: in the one people are merged and taken apart, in the other nothing is.
private final class Twins {
    let scratch: Scratch
    let merging: RecruitmentDatabase
    let plain: RecruitmentDatabase
    /// People whose address is theirs alone: the row, the ref, the name and address, and the position they apply for.
    let people: [(id: Int64, ref: String, name: String, email: String, position: String, messageID: String)]

    init(applications: Int, seed: Int) throws {
        let scratch = try Scratch()
        self.scratch = scratch
        let files = ["merging.db", "plain.db"].map { scratch.folder.appending(path: $0) }
        let made = try Binary.run(
            program: Binary.folder.appending(path: "recruitdb-sample").path,
            ["database", "--applications", "\(applications)", "--seed", "\(seed)", "-o", files[0].path])
        guard made.status == 0 else { throw RecruitmentError(.io, made.error) }
        let called = try Binary.run(["import", "call", Lab.call.path], database: files[0])
        guard called.status == 0 else { throw RecruitmentError(.io, called.error) }
        for ending in ["db", "documents"] {
            let copies = files.map { $0.deletingPathExtension().appendingPathExtension(ending) }
            try FileManager.default.copyItem(at: copies[0], to: copies[1])
        }
        merging = try RecruitmentDatabase(path: files[0].path)
        plain = try RecruitmentDatabase(path: files[1].path)
        // Nobody cuts the power here.
        for database in [merging, plain] { try database.connection.execute("PRAGMA synchronous = OFF") }
        people = try plain.connection.all(
            """
            SELECT p.id, p.ref, n.name, e.email, o.slug, h.header_message_id
            FROM applicants p JOIN applicant_names n ON n.applicant_id = p.id JOIN applicant_emails e ON e.applicant_id = p.id
            JOIN applications a ON a.applicant_id = p.id JOIN positions o ON o.id = a.position_id
            JOIN messages m ON m.application_id = a.id JOIN message_headers h ON h.message_id = m.id
            WHERE (SELECT count(*) FROM applicant_emails x WHERE x.email = e.email) = 1
            ORDER BY p.id
            """
        ) { row in
            (
                try row.int64(0), try row.text(1), try row.text(2), try row.text(3), try row.text(4), try row.text(5)
            )
        }
    }

    /// Both get the mail.
    func mail(_ letters: [String]) throws {
        let folder = scratch.folder.appending(path: "mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (number, letter) in letters.enumerated() {
            try Data(letter.utf8).write(to: folder.appending(path: "\(number).eml"))
        }
        for database in [merging, plain] {
            try database.importMail(from: [folder.path], by: "lwei", readsText: false)
        }
    }

    /// All that a lab sees and all rows, but those of merges, and the times at which imports ran.
    func content(_ database: RecruitmentDatabase) throws -> [String] {
        let connection = database.connection
        let tables = try connection.all(
            """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'
              AND name NOT IN ('merges', 'import_batches', 'schema_migrations')
            UNION ALL SELECT name FROM sqlite_schema
              WHERE name IN ('application_overview', 'document_overview', 'message_overview')
            ORDER BY name
            """
        ) { row in try row.text(0) }
        return try tables.flatMap { table in
            let columns = try connection.all(
                "SELECT quote(name) FROM pragma_table_xinfo(\(table)) WHERE name NOT IN ('filed_after_merge', 'source')"
            ) { row in try row.text(0).replacing("'", with: "\"") }
            let cells = columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
            return try connection.all("SELECT \(raw: cells) FROM \(raw: table) ORDER BY 1") { row in
                "\(table): \(try row.text(0))"
            }
        }
    }
}

@Suite struct MergeRoundTripTests {
    @Test(.timeLimit(.minutes(5)))
    func `a thousand merges taken apart again leave everything as it was, and what came meanwhile`() throws {
        let seed = 1
        let twins = try Twins(applications: 400, seed: seed)
        var random = Seeded(state: UInt64(seed))
        // Who was merged into whom, as a person would keep the books.
        var parent: [Int: Int] = [:]
        func root(_ index: Int) -> Int { parent[index].map(root) ?? index }
        let people = twins.people
        let positions = ["phd", "postdoc", "research-assistant", "intern", "visiting-scholar"]
        let words = [
            "phd": "PhD", "postdoc": "postdoc", "research-assistant": "research assistant", "intern": "intern",
            "visiting-scholar": "visiting scholar",
        ]
        var applied: [Int: Set<String>] = [:]
        for (index, person) in people.enumerated() { applied[index] = [person.position] }
        var (merges, mails) = (0, 0)

        func letters() -> [String] {
            (0..<6).map { _ in
                mails += 1
                let index = Int.random(in: people.indices, using: &random)
                let person = people[index]
                let from = "\"\(person.name)\" <\(person.email)>"
                let one = people.indices.filter { root($0) == root(index) }
                let taken = one.reduce(into: Set<String>()) { $0.formUnion(applied[$1] ?? []) }
                if mails % 3 == 0, let position = positions.first(where: { !taken.contains($0) }) {
                    applied[index]?.insert(position)
                    return letter(
                        from: from, subject: "\(words[position] ?? "") application",
                        "I apply for the \(words[position] ?? "") position.", id: "new.\(mails)@example.org",
                        papers: [("cv.txt", "Curriculum Vitae\n\(person.name) \(mails)")])
                }
                return letter(
                    from: from, subject: "Re: my application", "One more thing.", id: "more.\(mails)@example.org",
                    headers: ["In-Reply-To: <\(person.messageID)>"],
                    papers: mails % 2 == 0 ? [("transcript.txt", "Transcript of records \(mails)")] : [])
            }
        }

        while merges < 1_000 {
            let choice = Int.random(in: 0..<100, using: &random)
            if choice < 60 || parent.isEmpty {
                let (one, other) = (
                    Int.random(in: people.indices, using: &random), Int.random(in: people.indices, using: &random)
                )
                guard root(one) != root(other) else { continue }
                try twins.merging.merge(people[other].ref, into: people[one].ref, by: "lwei")
                parent[root(other)] = root(one)
                merges += 1
            } else if choice < 97 {
                let leaving = try #require(parent.keys.sorted().randomElement(using: &random))
                try twins.merging.unmerge(people[leaving].ref, by: "lwei")
                parent[leaving] = nil
            } else {
                try twins.mail(letters())
            }
        }
        for (index, person) in people.enumerated() {
            let found = try twins.merging.connection.value(
                Int64.self, "SELECT person_id FROM applicants WHERE id = \(person.id)")
            #expect(found == people[root(index)].id)
        }
        #expect(try TableCheck(connection: twins.merging.connection, path: twins.merging.path).findings() == [])
        for leaving in parent.keys.sorted().shuffled(using: &random) { try twins.merging.unmerge(people[leaving].ref) }
        let (merging, plain) = (try twins.content(twins.merging), try twins.content(twins.plain))
        #expect(mails > 50)
        #expect(merging.count > 4_000)
        // The whole of both is long: what differs says enough.
        let difference = merging.difference(from: plain)
        #expect(merging.count == plain.count)
        #expect(difference.insertions.map { "\($0)" } == [])
        #expect(difference.removals.map { "\($0)" } == [])
    }
}
