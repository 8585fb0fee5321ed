import RecruitSQLite

/// What a column of text cells holds.
enum ColumnType: String {
    case integer = "INTEGER"
    case real = "REAL"
    case text = "TEXT"

    /// The value of a cell; NULL for an empty one.
    func value(of cell: String) -> Value {
        if cell.isEmpty { return .null }
        return switch self {
        case .integer: Int64(cell).map { .integer($0) } ?? .text(cell)
        case .real: Double(cell).map { .real($0) } ?? .text(cell)
        case .text: .text(cell)
        }
    }

    /// The narrowest type that gives each of the cells back as it was written, apart from zeros after a point.
    static func of(_ cells: some Sequence<String>) -> ColumnType {
        var type = ColumnType.integer
        var isEmpty = true
        for cell in cells where !cell.isEmpty {
            isEmpty = false
            if type == .integer, Int64(cell).map({ String($0) == cell }) != true { type = .real }
            // 007, a telephone number and what a double would round stay text.
            if type == .real, !isDecimal(cell) { return .text }
        }
        return isEmpty ? .text : type
    }

    private static func isDecimal(_ cell: String) -> Bool {
        let digits = cell.utf8.drop { $0 == UInt8(ascii: "-") }
        guard digits.count <= 16, cell.utf8.count - digits.count <= 1 else { return false }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return false
        }
        return parts[0].count == 1 || parts[0].first != UInt8(ascii: "0")
    }
}

extension DelimitedText {
    /// What each column holds.
    var columnTypes: [ColumnType] { header.indices.map { index in ColumnType.of(rows.lazy.map { $0[index] }) } }
}
