/// One step of a schema: a file of plain SQL that runs once, forward only, and is never edited afterwards.
///
/// Its first lines may carry marks: `-- migrate: no transaction` for statements that SQLite allows in none, such as
/// VACUUM, and `-- migrate: no foreign key check` for one that knows better.
public struct Migration: Sendable, Hashable {
    /// The number in the schema's order, from 1.
    public let number: Int
    /// The file's name, as in `0001_lab.sql`.
    public let name: String
    /// The file's text.
    public let sql: String
    /// SHA-256 of the text, 64 hexadecimal digits.
    public let sha256: String
    /// Whether it runs in one transaction together with its record.
    public let usesTransaction: Bool
    /// Whether every foreign key is checked before it counts as applied.
    public let checksForeignKeys: Bool

    /// A migration from a file's name, `NNNN_subject.sql`, and text; throws `MigrationError.badName` or `.unknownMark`.
    public init(fileName: String, sql script: Script) throws {
        let sql = script.text
        let digits = fileName.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let rest = fileName.utf8.dropFirst(digits.count)
        guard digits.count >= 4, let number = Int(String(decoding: digits, as: UTF8.self)), number >= 1,
            rest.first == UInt8(ascii: "_"), fileName.hasSuffix(".sql"), rest.count > 5
        else { throw MigrationError.badName(file: fileName) }
        let marks = try Self.marks(of: sql, file: fileName)
        self.number = number
        name = fileName
        self.sql = sql
        sha256 = SHA256.hexadecimal(sql)
        usesTransaction = !marks.contains("no transaction")
        checksForeignKeys = !marks.contains("no foreign key check")
    }

    /// The marks among the comment lines that the text begins with.
    private static func marks(of sql: String, file: String) throws -> [String] {
        let prefix = "-- migrate: "
        var marks: [String] = []
        for line in sql.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            guard line.starts(with: "--".utf8) else { break }
            guard line.starts(with: prefix.utf8) else { continue }
            let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
            var mark = line.dropFirst(prefix.utf8.count)
            while let last = mark.last, blanks.contains(last) { mark.removeLast() }
            let words = String(decoding: mark, as: UTF8.self)
            guard words == "no transaction" || words == "no foreign key check" else {
                throw MigrationError.unknownMark(file: file, mark: words)
            }
            marks.append(words)
        }
        return marks
    }
}
