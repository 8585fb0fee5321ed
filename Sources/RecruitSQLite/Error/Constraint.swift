/// The rule of a schema that refused a change, as far as SQLite's message names it.
public struct Constraint: Sendable, Hashable, CustomStringConvertible {
    /// What sort of rule it is.
    public enum Kind: String, Sendable {
        /// A CHECK, of a column or a table.
        case check = "CHECK"
        /// A foreign key that points at no row, or a row that others point at.
        case foreignKey = "FOREIGN KEY"
        /// A column that takes no NULL.
        case notNull = "NOT NULL"
        /// A primary key, or the rowid, that is taken.
        case primaryKey = "PRIMARY KEY"
        /// A trigger that calls `RAISE`.
        case trigger = "TRIGGER"
        /// A UNIQUE value that is taken, or one of a unique index.
        case unique = "UNIQUE"
        /// A type that a column of a STRICT table does not take.
        case datatype = "DATATYPE"
        /// Any other.
        case other = "CONSTRAINT"
    }

    /// What sort of rule it is.
    public let kind: Kind
    /// The table, where the message names one.
    public let table: String?
    /// The columns, in the order of the constraint; empty where the message names none.
    public let columns: [String]
    /// The name or expression of a CHECK, the name of an index over expressions, or a trigger's own words.
    public let name: String?

    /// Reads the message of an error with a constraint's code; nil for any other code.
    init?(code: ResultCode, message: String) {
        guard code.primary == .constraint else { return nil }
        kind =
            switch code {
            case .constraintCheck: .check
            case .constraintForeignKey: .foreignKey
            case .constraintNotNull: .notNull
            case .constraintPrimaryKey, .constraintRowID: .primaryKey
            case .constraintTrigger: .trigger
            case .constraintUnique: .unique
            case .constraintDatatype: .datatype
            default: .other
            }
        if kind == .trigger {
            (table, columns, name) = (nil, [], message)
        } else if kind == .datatype {
            (table, columns) = Self.columns(in: Self.text(after: " column ", in: message) ?? "")
            name = nil
        } else if let detail = Self.text(after: " constraint failed: ", in: message) {
            if kind == .check || detail.hasPrefix("index ") {
                let name = detail.hasPrefix("index '") ? detail.dropFirst(7).dropLast() : detail[...]
                (table, columns, self.name) = (nil, [], String(name))
            } else {
                (table, columns) = Self.columns(in: detail)
                name = nil
            }
        } else {
            (table, columns, name) = (nil, [], nil)
        }
    }

    /// The constraint in a few words, as in `UNIQUE applicants.orcid`.
    public var description: String {
        let columns = self.columns.map { column in table.map { "\($0).\(column)" } ?? column }
        let detail = name ?? columns.joined(separator: ", ")
        return detail.isEmpty ? kind.rawValue : "\(kind.rawValue) \(detail)"
    }

    private static func text(after mark: String, in message: String) -> String? {
        let (message, mark) = (Array(message.utf8), Array(mark.utf8))
        guard message.count >= mark.count else { return nil }
        for start in 0...(message.count - mark.count) where message[start...].starts(with: mark) {
            return String(decoding: message[(start + mark.count)...], as: UTF8.self)
        }
        return nil
    }

    /// Reads `table.a, table.b`.
    private static func columns(in list: String) -> (table: String?, columns: [String]) {
        var table: String?
        var columns: [String] = []
        for part in list.split(separator: ",") {
            let name = part.drop { $0 == " " }
            if let dot = name.lastIndex(of: ".") {
                table = String(name[..<dot])
                columns.append(String(name[name.index(after: dot)...]))
            } else {
                columns.append(String(name))
            }
        }
        return (table, columns)
    }
}
