import RecruitSQLite

/// A table as it lies in the file: its first page, and its columns in the order in which its rows hold them.
struct StoredTable {
    /// An index of the table.
    struct Index {
        let name: String
        let root: Int
        /// The places of its columns in the table; nil for an expression or the rowid.
        let columns: [Int?]
        /// Its CREATE INDEX; empty for one that a constraint made.
        let sql: String

        /// Whether neither what it holds nor its order, nor which rows it has, tells of a closed column.
        func isOpen(_ open: [String?], of table: StoredTable) -> Bool {
            guard columns.allSatisfy({ $0.map { open.indices.contains($0) && open[$0] != nil } ?? true }) else {
                return false
            }
            // What an expression or a WHERE reads stands in the text by its name, however it is quoted; one that would be
            // written otherwise within quotes is not looked for.
            let mayReadMore = columns.contains(nil) || FoldedName("where").stands(in: sql)
            return zip(table.columns, open).allSatisfy { name, open in
                let name = FoldedName(name)
                return open != nil || (name.isPlain ? !name.stands(in: sql) : !mayReadMore)
            }
        }
    }

    let name: String
    let root: Int
    /// The names of its columns, in the order of its declaration.
    let columns: [String]
    /// The places of the columns in `columns`, in the order in which a row holds them.
    let stored: [Int]
    /// The places of those by which its rows are ordered and told apart.
    let keys: [Int]
    /// Whether a row holds every column as it was written.
    let isPlain: Bool
    var indexes: [Index] = []

    /// Whether nothing of it may be read, given the names of its open columns, nil for each that is closed.
    func isClosed(_ open: [String?]) -> Bool {
        if open.allSatisfy({ $0 == nil }) { return true }
        // Its order tells of its key, and a column that is computed from others of those.
        return keys.contains { open[$0] == nil } || (!isPlain && open.contains { $0 == nil })
    }
}

extension OpenSchema {
    /// Refuses a file with a table or view that SQLite would take for one of its own, and one in which two tables or
    /// indexes claim to be the same pages: what is read of them here would not be what a question then reads.
    static func refuseMasks(_ connection: Connection) throws {
        let things = try connection.all("SELECT name, rootpage FROM main.sqlite_schema") { (row: borrowing Row) in
            (try row.text(0), try row.intOrNil(1) ?? 0)
        }
        let own = OpenFunctions.tables.map { FoldedName($0) }
        for (name, _) in things where FoldedName(name).hasPrefix("pragma_") || own.contains(FoldedName(name)) {
            throw RecruitmentError(
                .noPermission,
                "--redact: this file has a \(SQLExcerpt.visible(name)), as SQLite calls something of its own")
        }
        let pages = things.map(\.1).filter { $0 > 0 }
        guard Set(pages).count == pages.count else {
            throw RecruitmentError(.noPermission, "--redact: in this file two tables or indexes lie at the same place")
        }
    }

    /// The tables that have rows of their own in the file (https://www.sqlite.org/pragma.html#pragma_table_xinfo).
    static func tables(_ connection: Connection) throws -> [StoredTable] {
        let columns = try grouped(
            connection,
            """
            SELECT t.name, t.rootpage, c.cid, c.name, c.hidden, c.pk, l.wr FROM main.sqlite_schema t
            JOIN pragma_table_list AS l ON l.schema = 'main' AND l.name = t.name
            JOIN pragma_table_xinfo(t.name) AS c
            WHERE t.type = 'table' AND t.rootpage > 0 ORDER BY t.rootpage, c.cid
            """)
        let indexes = try grouped(
            connection,
            """
            SELECT i.tbl_name, i.rootpage, c.cid, i.name, coalesce(i.sql, '') FROM main.sqlite_schema i
            JOIN pragma_index_xinfo(i.name) AS c
            WHERE i.type = 'index' AND i.rootpage > 0 ORDER BY i.rootpage, c.seqno
            """)
        // The index that is the table itself, where there is no rowid, has no page of its own.
        let primary = try grouped(
            connection,
            """
            SELECT t.name, t.rootpage, c.cid, c.key FROM main.sqlite_schema t
            JOIN pragma_table_list AS l ON l.schema = 'main' AND l.name = t.name AND l.wr = 1
            JOIN pragma_index_list(t.name) AS i ON i.origin = 'pk'
            JOIN pragma_index_xinfo(i.name) AS c
            WHERE t.type = 'table' ORDER BY t.rootpage, c.seqno
            """)
        return columns.map { root, rows in
            let ordered = primary[root] ?? []
            var table = StoredTable(
                name: rows[0][0].text, root: root, columns: rows.map { $0[3].text },
                stored: ordered.isEmpty ? Array(rows.indices) : ordered.map { $0[2].integer },
                keys: rows.indices.filter { rows[$0][5].integer > 0 },
                isPlain: rows.allSatisfy { $0[4].integer == 0 })
            for (root, rows) in indexes where FoldedName(rows[0][0].text) == FoldedName(table.name) {
                table.indexes.append(
                    StoredTable.Index(
                        name: rows[0][3].text, root: root,
                        columns: rows.map { $0[2].integer < 0 ? nil : $0[2].integer }, sql: rows[0][4].text))
            }
            return table
        }
    }

    /// The rows by their second column.
    private static func grouped(_ connection: Connection, _ sql: SQL) throws -> [Int: [[Value]]] {
        let rows = try connection.all(sql) { (row: borrowing Row) in (0..<row.columnCount).map { row.value($0) } }
        return Dictionary(grouping: rows) { $0[1].integer }
    }
}

extension Value {
    fileprivate var text: String { if case .text(let text) = self { text } else { "" } }
    fileprivate var integer: Int { if case .integer(let integer) = self { Int(integer) } else { 0 } }
}
