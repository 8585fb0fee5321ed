import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A new database for analysts: what is known of applications, without anything personal.
///
/// It is read through the same gates as `query --redact`, so that what is closed there cannot come here. People and their
/// applications, papers and mails have pseudonyms of this export alone, unless a key is given; times are days, sizes are
/// rounded up, and no row stands where it stood. A table `notes` says all this, and how many small groups there are: who
/// knows that somebody applied, when and for what, may still find that row.
public struct DeidentifiedExport: Sendable {
    private let source: String
    private let pseudonyms: Pseudonyms
    private let isLinkable: Bool

    /// Fewer applications than this with the same position, intake and outcome are a small group.
    static let smallGroup = 5

    /// An export of the database at `path`; with a key, pseudonyms are those of other exports with this key.
    ///
    /// - Throws: `RecruitmentError` of kind badData for a key of fewer than 16 bytes.
    public init(of path: String, key: [UInt8]? = nil) throws {
        if let key, key.count < 16 {
            throw RecruitmentError(
                .badData, "the key has \(key.count) bytes; 16 at least, better 32, cannot be guessed")
        }
        source = path
        pseudonyms = Pseudonyms(key: key ?? Pseudonyms.newKey())
        isLinkable = key != nil
    }

    /// Makes the database at `path` (mode 0600), which appears whole or not at all, and lists its tables (table, rows).
    ///
    /// - Throws: `RecruitmentError`: cannotCreate where a file is there, noPermission where the source cannot be redacted,
    ///   and as for `query`.
    public func write(to path: String) throws -> Listing {
        try DatabaseFile.checkName(path)
        let exists = RecruitmentError(.cannotCreate, "\(path): is there already; name a new file")
        if SystemFile.exists(path) { throw exists }
        let draft = "\(path).export-\(getpid())"
        defer { for ending in ["", "-journal"] { unlink(draft + ending) } }
        let descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw RecruitmentError(.cannotCreate, "\(path): cannot be made: \(reason())") }
        defer { close(descriptor) }
        let session = try QuerySession(source, isRedacted: true)
        let counts = try DatabaseFile.named(path) {
            let target = try Connection(path: draft, access: .readWrite)
            defer { target.close() }
            let counts = try target.transaction { try ExportTable.all.map { try copy($0, from: session, to: target) } }
            try target.transaction { try note(target) }
            // Pages are in the order in which rows came until they are written anew.
            try target.execute("VACUUM")
            return counts
        }
        guard fsync(descriptor) == 0 else { throw RecruitmentError(.io, "\(path): cannot be written: \(reason())") }
        guard link(draft, path) == 0 else {
            if errno == EEXIST { throw exists }
            throw RecruitmentError(.cannotCreate, "\(path): cannot be made: \(reason())")
        }
        return Listing(
            columns: ["table", "rows"], rows: counts.map { [.text($0.table), .integer(Int64($0.rows))] })
    }

    private func copy(
        _ table: ExportTable, from session: QuerySession, to target: Connection
    ) throws -> (table: String, rows: Int) {
        try target.execute(Script(raw: table.creation))
        let question = try session.statement(of: Query(table.question))
        let places = Array(repeating: "?", count: question.columnCount).joined(separator: ", ")
        let insert = try target.prepare("INSERT INTO \(raw: table.name) VALUES (\(raw: places))")
        var rows = 0
        while try question.step() {
            try question.withRow { (row: borrowing Row) in
                for index in 0..<row.columnCount {
                    var value = row.value(index)
                    if let kind = table.pseudonyms[index], value != .null {
                        let reference =
                            switch value {
                            case .integer(let number): String(number)
                            case .text(let text): text
                            default: ""
                            }
                        value = .text(pseudonyms.pseudonym(kind, of: reference))
                    }
                    try insert.bind(value, at: index + 1)
                }
            }
            _ = try insert.step()
            insert.reset()
            rows += 1
        }
        return (table.name, rows)
    }

    private func note(_ target: Connection) throws {
        try target.execute(Script(raw: ExportTable.notes))
        let (groups, applications) =
            try target.first(
                """
                SELECT count(*), coalesce(sum(n), 0) FROM (
                  SELECT count(*) AS n FROM applications GROUP BY position, intake, outcome HAVING n < \(Self.smallGroup))
                """
            ) { (row: borrowing Row) in (try row.int(0), try row.int(1)) } ?? (0, 0)
        let notes = [
            (
                "pseudonyms",
                isLinkable
                    ? "of a key: the same in every export with it. Whoever has the key and the database can undo them"
                    : "of this export alone: nothing links them with another one, nor with the database"
            ),
            ("days", "times are days, as UTC has them"),
            ("sizes", "documents.ten_kilobytes is the size in steps of 10,000 bytes, rounded up"),
            (
                "small groups",
                "\(applications) applications stand in \(groups) groups of fewer than \(Self.smallGroup) with the same "
                    + "position, intake and outcome; publish no table with such a cell"
            ),
            ("left out", "names, addresses, subjects, texts, file names, hashes, Message-IDs, and who decided"),
        ]
        for (subject, note) in notes { try target.run("INSERT INTO notes VALUES (\(subject), \(note))") }
    }
}
