import RecruitSQLite

/// Looks at the program that SQLite makes of a statement, and says what closed part of the file it would read.
///
/// The authorizer alone is no wall: of what `FULL JOIN ... USING` reads, for one, SQLite does not ask it. The program shows
/// each b-tree that is opened and each column that is taken from it, however the statement is written. It is read within
/// the transaction in which the statement then runs, so that it is the one that runs (https://www.sqlite.org/eqp.html).
struct ProgramGate {
    private let schema: OpenSchema
    /// How a program names the tables that are functions and open.
    private let openTables: Set<String>

    /// - Throws: `RecruitmentError` of kind noPermission where a program does not show each table that a statement names.
    init(_ schema: OpenSchema, _ connection: Connection) throws {
        self.schema = schema
        let unused = "SELECT 1 FROM main.sqlite_schema a LEFT JOIN main.sqlite_schema b ON b.rowid = a.rowid"
        guard try Self.steps(of: unused, on: connection).count(where: { $0.opcode == "OpenRead" }) == 2 else {
            throw RecruitmentError(
                .noPermission, "--redact: the SQLite of this program leaves out of its programs what a statement names")
        }
        var openTables: Set<String> = []
        for table in OpenFunctions.tables {
            for step in try Self.steps(of: "SELECT * FROM \(table)('[]')", on: connection) where step.opcode == "VOpen"
            {
                openTables.insert(step.p4)
            }
        }
        self.openTables = openTables
    }

    /// What closed thing the statement would touch; nil where there is none.
    ///
    /// Of several it is always the same one: in which order a program opens them follows the statistics of closed tables.
    func closed(in sql: String, on connection: Connection) throws -> ClosedThing? {
        let steps = try Self.steps(of: sql, on: connection)
        // All of what a cursor is opened on, wherever that stands: one may be opened anew.
        var trees: [Int: [OpenSchema.Tree]] = [:]
        var tables: Set<String> = []
        var others: Set<ClosedThing> = []
        for step in steps {
            switch step.opcode {
            case "OpenRead", "ReopenIdx":
                if step.p3 == 1, step.p5 & Self.isRegister == 0 { continue }
                guard step.p3 == 0, step.p5 & Self.isRegister == 0, let tree = schema.trees[step.p2] else {
                    return .schema
                }
                if tree.isClosed { tables.insert(tree.table) }
                trees[step.p1, default: []].append(tree)
            case "VOpen" where !openTables.contains(step.p4): others.insert(.virtualTable)
            case "Transaction" where step.p2 != 0: return .instruction("a write")
            case "Function", "PureFunc", "AggStep", "AggStep1", "AggFinal", "AggValue", "AggInverse":
                let name = step.p4.prefix { $0 != "(" }.lowercased()
                if !OpenFunctions.names.contains(name) { others.insert(.function(name)) }
            case _ where !ReadingOpcodes.all.contains(step.opcode): others.insert(.instruction(step.opcode))
            default: break
            }
        }
        var parts: Set<String> = []
        for step in steps {
            for tree in trees[step.p1] ?? [] {
                switch step.opcode {
                case "Column" where !(tree.columns.indices.contains(step.p2) && tree.columns[step.p2] != nil),
                    "RowData" where tree.columns.contains { $0 == nil }:
                    parts.insert(tree.table)
                case "Insert", "Delete", "NewRowid", "IdxInsert", "IdxDelete": return .instruction("a write")
                default: break
                }
            }
        }
        if let table = tables.min() { return .table(table) }
        if let table = parts.min() { return .column(table: table, nil) }
        return others.min { "\($0)" < "\($1)" }
    }

    /// OPFLAG_P2ISREG: the page stands in a register.
    private static let isRegister = 0x10

    private struct Step {
        let opcode: String
        let p1: Int
        let p2: Int
        let p3: Int
        let p4: String
        let p5: Int
    }

    private static func steps(of sql: String, on connection: Connection) throws -> [Step] {
        let explanation = try connection.prepare("EXPLAIN \(raw: SQLWord.trimmed(sql))")
        var steps: [Step] = []
        // Step by step: it runs without the values that the statement itself will have.
        while try explanation.step() {
            try explanation.withRow { (row: borrowing Row) in
                steps.append(
                    Step(
                        opcode: try row.text(1), p1: try row.int(2), p2: try row.int(3), p3: try row.int(4),
                        p4: try row.textOrNil(5) ?? "", p5: try row.int(6)))
            }
        }
        return steps
    }
}
