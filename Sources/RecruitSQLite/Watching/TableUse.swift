/// The tables that a statement reads and writes, its triggers and the actions of foreign keys included.
///
/// Names are in lower case: SQLite takes ASCII letters of either case for the same.
final class TableUse {
    private(set) var read: Set<String> = []
    private(set) var written: Set<String> = []
    /// In which transaction the statement was last noted.
    var epoch: UInt64 = 0

    func addRead(_ table: String) {
        read.insert(table.asciiLowercased)
    }

    func addWritten(_ table: String) {
        written.insert(table.asciiLowercased)
    }

    func formUnion(_ other: TableUse) {
        read.formUnion(other.read)
        written.formUnion(other.written)
    }
}

extension String {
    /// The text with A to Z in lower case, which is all that SQLite's names fold.
    var asciiLowercased: String {
        String(decoding: utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    }
}
