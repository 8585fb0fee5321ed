import Foundation
import RecruitSQLite

@testable import RecruitDB

/// A lab's database in a folder of its own, papers in it, and programs that stand for `recruitdb-extract`.
final class PaperFixture {
    let folder: String
    let database: RecruitmentDatabase
    private var files = 0

    init() throws {
        folder = NSTemporaryDirectory() + "recruitdb-text-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        database = try RecruitmentDatabase.create(at: "\(folder)/lab.db")
        try database.documentStore.lock()
        for (slug, type) in [("phd", "phd"), ("postdoc", "postdoc")] {
            try database.positions.add(Position(slug: slug, title: slug, type: type))
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var connection: Connection { database.connection }

    /// A person with an application for each of the positions; returns the refs of the person and the applications.
    @discardableResult
    func person(_ name: String, for positions: String...) throws -> (person: String, applications: [String]) {
        let at = Timestamp(secondsSince1970: 1_800_000_000)
        let person = try database.applicants.add(
            Applicant(name: name, emails: ["\(name.utf8.count)-\(UUID().uuidString)@example.org"], firstSeenAt: at)
        ).ref
        let refs = try positions.map { position in
            try database.applications.add(Application(applicant: person, position: position, receivedAt: at)).ref
        }
        return (person, refs)
    }

    /// Puts a file whose text is wanted into the store; returns its row.
    @discardableResult
    func file(_ content: String) throws -> Int64 {
        let bytes = Array(content.utf8)
        let id = try Files(connection: connection, store: database.documentStore)
            .id(of: bytes, sha256: SHA256.hex(of: bytes), isPaper: true)
        return id
    }

    /// Hands in a file as a person's paper.
    func handIn(
        _ file: Int64, by person: String, as type: String = "cv", named filename: String? = "cv.pdf",
        with application: String? = nil, isConfidential: Bool = false
    ) throws {
        try connection.run(
            """
            INSERT INTO documents (applicant_id, application_id, file_id, document_type, media_type, received_at,
                                   confidential)
            SELECT id, (SELECT id FROM applications WHERE ref = \(application)), \(file), \(type), 'application/pdf',
                   '2027-01-15T08:00:00Z', \(isConfidential)
            FROM applicants WHERE ref = \(person)
            """)
        let id = connection.lastInsertedRowID
        if let filename {
            try connection.run("INSERT INTO document_names (document_id, filename) VALUES (\(id), \(filename))")
        }
    }

    /// A paper with these pages, already text.
    @discardableResult
    func paper(
        _ pages: String..., by person: String, as type: String = "cv", named filename: String? = "cv.pdf",
        with application: String? = nil, isConfidential: Bool = false
    ) throws -> Int64 {
        files += 1
        let file = try file("paper \(files)")
        let text = PageText(Array(pages.joined(separator: "\u{C}").utf8))
        try DocumentPages(connection: connection).write(.extracted(text.pages), file: file, tool: "none")
        try handIn(file, by: person, as: type, named: filename, with: application, isConfidential: isConfidential)
        return file
    }

    /// A program in place of `recruitdb-extract`: a shell script that is run with the document on standard input.
    func program(_ script: String) throws -> ExtractionProgram {
        let path = "\(folder)/extract-\(UUID().uuidString).sh"
        try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return ExtractionProgram(path: path)
    }

    /// Files and pages as lines: `1 extracted [page one|page two] remark`.
    func picture() throws -> String {
        try connection.all(
            """
            SELECT f.id, f.text_status, f.text_error,
              (SELECT group_concat(page || ':' || text, '|') FROM
                (SELECT page, text FROM document_pages WHERE file_id = f.id ORDER BY page))
            FROM files f ORDER BY f.id
            """
        ) { row in
            let pages = try row.textOrNil(3).map { " [\($0)]" } ?? ""
            let error = try row.textOrNil(2).map { " (\($0))" } ?? ""
            return try "\(row.int64(0)) \(row.text(1))\(pages)\(error)"
        }.joined(separator: "\n")
    }
}
