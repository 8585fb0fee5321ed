import RecruitSQLite

/// Which tables, columns and indexes of a database show nothing personal, as its own dictionary says.
///
/// A table that the dictionary does not know is closed, and so is a column. Names compare without case, as SQLite's do.
struct OpenSchema {
    /// What one b-tree of the file holds.
    struct Tree {
        /// The table whose rows, or whose index, it is.
        let table: String
        /// By their place in its rows, the columns' names; nil for one that is closed.
        let columns: [String?]
        /// Whether nothing of it may be read, not even how many rows there are or in which order.
        let isClosed: Bool
    }

    /// The b-trees by their first page.
    let trees: [Int: Tree]
    /// The names of all tables, virtual ones too.
    let tables: Set<FoldedName>
    /// The names of views. What they read is looked at where they read it.
    let views: Set<FoldedName>
    /// For each table that is open in part or whole, its name and those of its open columns in their order.
    let openTables: [FoldedName: (name: String, columns: [String])]

    /// Reads the schema and the dictionary; the caller keeps both from changing by a transaction.
    ///
    /// - Throws: `RecruitmentError` of kind noPermission where there is no dictionary, or something stands in the place of
    ///   what is read here.
    init(_ connection: Connection) throws {
        try Self.refuseMasks(connection)
        let dictionary: [[FoldedName]: String]
        do {
            let rows = try connection.all(
                "SELECT table_name, column_name, personal_data FROM main.data_dictionary"
            ) { (row: borrowing Row) in ([FoldedName(try row.text(0)), FoldedName(try row.text(1))], try row.text(2)) }
            // A column that stands there twice, written differently, is what neither says.
            dictionary = Dictionary(rows) { $0 == $1 ? $0 : "" }
        } catch let error as SQLiteError where error.code.primary == .error {
            throw RecruitmentError(
                .noPermission,
                "--redact: this file has no data_dictionary that says which of its columns show nothing personal")
        }
        let tables = try Self.tables(connection)
        var openTables: [FoldedName: (name: String, columns: [String])] = [:]
        var trees: [Int: Tree] = [:]
        for table in tables {
            let classes = table.columns.map { dictionary[[FoldedName(table.name), FoldedName($0)]] }
            let columns = zip(table.columns, classes).map { ["none", "pseudonymous"].contains($1) ? $0 : nil }
            // Numbers that stand for people beside what is closed say nothing but that it is there.
            let saysSomething = classes.contains("none") || !columns.contains(nil)
            // Whether an index is used follows the statistics of what it holds, and so would what a statement may do.
            let isIndexedOpenly = table.indexes.allSatisfy { $0.isOpen(columns, of: table) }
            let isClosed = !saysSomething || !isIndexedOpenly || table.isClosed(columns)
            if !isClosed { openTables[FoldedName(table.name)] = (table.name, columns.compactMap { $0 }) }
            trees[table.root] = Tree(table: table.name, columns: table.stored.map { columns[$0] }, isClosed: isClosed)
            for index in table.indexes {
                trees[index.root] = Tree(
                    table: table.name, columns: Array(repeating: index.name, count: index.columns.count),
                    isClosed: isClosed)
            }
        }
        self.trees = trees
        self.openTables = openTables
        func names(_ type: String) throws -> Set<FoldedName> {
            Set(
                try connection.all("SELECT name FROM main.sqlite_schema WHERE type = \(type)") {
                    (row: borrowing Row) in FoldedName(try row.text(0))
                })
        }
        self.tables = try names("table")
        views = try names("view")
    }
}
