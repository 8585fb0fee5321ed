import RecruitSQLite

/// A file whose rows stand beside the database's while a question is answered: `cohort=FILE.csv`.
///
/// It is read into memory before the question is looked at; neither file is changed. CSV and TSV have a header; a column is
/// numbers where every cell that is not empty is one, else text; an empty cell is NULL. JSON is an array of objects. Of
/// another SQLite file it is the table of that name, or its only one.
public struct OwnTable: Sendable, Hashable {
    /// The name by which the question calls it.
    public let name: String
    /// The path of the file.
    public let file: String

    /// Reads `name=FILE`.
    ///
    /// - Throws: `RecruitmentError` of kind usage for a name that is no plain word.
    public init(written: String) throws {
        guard let equals = written.utf8.firstIndex(of: UInt8(ascii: "=")) else {
            throw RecruitmentError(.usage, "--with takes name=FILE, not '\(SQLExcerpt.visible(written))'")
        }
        name = String(written[..<equals])
        file = String(written[written.utf8.index(after: equals)...])
        let isWord = name.utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F
        }
        guard isWord, name.utf8.first.map({ !(0x30...0x39).contains($0) }) == true, name.utf8.count <= 64,
            !["sqlite_", "pragma_", "json_", "fts", "dbstat"].contains(where: name.lowercased().hasPrefix)
        else {
            throw RecruitmentError(
                .usage,
                "--with: '\(SQLExcerpt.visible(name))' is no name for a table: letters, digits and _, no digit first, "
                    + "and not of SQLite's own")
        }
        guard !file.isEmpty else { throw RecruitmentError(.usage, "--with \(name)= names no file") }
    }

    /// Makes the table in the connection's own memory and fills it.
    ///
    /// - Throws: `RecruitmentError`: usage where the database has a table of that name; noInput, noPermission, io for the
    ///   file; badData, with its line, for what cannot be read as a table.
    func load(into connection: Connection) throws {
        let isTaken = try connection.value(
            Bool.self, "SELECT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE lower(name) = \(name.lowercased()))")
        guard !isTaken else {
            throw RecruitmentError(.usage, "--with: the database has a table or view \(name); choose another name")
        }
        switch ending {
        case "csv": try load(DelimitedText(SystemFile.read(file), file: file, separator: UInt8(ascii: ",")), connection)
        case "tsv", "tab": try load(DelimitedText(SystemFile.read(file), file: file, separator: 9), connection)
        case "json": try loadJSON(SystemFile.read(file), connection)
        case _ where isDatabase: try loadDatabase(connection)
        default:
            throw RecruitmentError(
                .usage, "--with: \(shownFile) ends in none of .csv, .tsv, .json, .db, by which its form is known")
        }
    }

    /// Whether the file is another SQLite database.
    var isDatabase: Bool { ["db", "sqlite", "sqlite3"].contains(ending) }

    private var ending: String {
        let parts = file.utf8.split(separator: UInt8(ascii: "."))
        return parts.last.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
    }

    /// The path as a sentence shows it.
    var shownFile: String { SQLExcerpt.visible(file, limit: 200) }

    /// Makes the table with these columns.
    ///
    /// - Throws: `RecruitmentError` of kind badData for a name that is empty or there twice.
    func create(_ columns: [(name: String, type: String)], _ connection: Connection) throws {
        var seen: Set<String> = []
        for (column, _) in columns {
            guard !column.isEmpty, !column.utf8.contains(0) else {
                let problem = column.isEmpty ? "has no name" : "has no name or a NUL in it"
                throw RecruitmentError(.badData, "\(shownFile):1: a column \(problem)")
            }
            guard seen.insert(column.lowercased()).inserted else {
                throw RecruitmentError(
                    .badData, "\(shownFile):1: two columns are called '\(SQLExcerpt.visible(column))'")
            }
        }
        guard !columns.isEmpty, columns.count <= 2000 else {
            throw RecruitmentError(.badData, "\(shownFile): has \(columns.count) columns; a table has 1 to 2000")
        }
        let list = columns.map { "\(SQLName.quoted($0.name)) \($0.type)" }.joined(separator: ", ")
        try connection.execute("CREATE TEMP TABLE \(raw: name) (\(raw: list))")
    }

    /// The statement that adds a row of so many columns.
    func insertion(_ columns: Int, _ connection: Connection) throws -> Statement {
        let places = Array(repeating: "?", count: columns).joined(separator: ", ")
        return try connection.prepare("INSERT INTO temp.\(raw: name) VALUES (\(raw: places))")
    }

    private func load(_ text: DelimitedText, _ connection: Connection) throws {
        let types = text.columnTypes
        try create(zip(text.header, types).map { ($0, $1.rawValue) }, connection)
        let insert = try insertion(text.header.count, connection)
        for row in text.rows {
            for (index, cell) in row.enumerated() { try insert.bind(types[index].value(of: cell), at: index + 1) }
            _ = try insert.step()
            insert.reset()
        }
    }
}
