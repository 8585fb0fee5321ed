/// Makes statements by chance: most of them well formed, of everything that the schema and SQLite offer.
struct StatementGrammar {
    private var state: UInt64
    private let relations: [(name: String, columns: [String])]
    private let open: [(name: String, columns: [String])]
    private var aliases = 0

    init(seed: UInt64, relations: [(name: String, columns: [String])], open: Set<String>) {
        state = seed
        let others = [
            ("sqlite_schema", ["name", "sql", "rootpage"]), ("sqlite_stat1", ["tbl", "idx", "stat"]),
            ("sqlite_stat4", ["tbl", "sample"]), ("dbstat", ["name", "payload", "unused", "pgno"]),
            ("sqlite_dbpage", ["pgno", "data"]), ("sqlite_stmt", ["sql", "run"]),
            ("pragma_table_info('applicants')", ["name", "cid"]), ("pragma_index_list('messages')", ["name", "seq"]),
            ("pragma_page_count", ["page_count"]), ("pragma_integrity_check", ["integrity_check"]),
            ("json_each('[1,\"a\",null]')", ["key", "value", "type"]), ("json_tree('{\"a\":[1]}')", ["path", "value"]),
            ("document_fts('zz OR cv')", ["words", "rank"]), ("no_such_table", ["x"]),
        ]
        let own = ("own", ["id", "name", "email", "by_whom", "applicant_id"])
        self.relations = relations + others + [own]
        self.open = relations.filter { open.contains($0.name.lowercased()) } + [own]
    }

    /// SplitMix64.
    private mutating func number(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    private mutating func chance(_ percent: Int) -> Bool { number(100) < percent }

    private mutating func one<T>(_ choices: [T]) -> T { choices[number(choices.count)] }

    /// A statement, and perhaps one more.
    mutating func statement() -> String {
        aliases = 0
        // Two of three stay among the open tables, so that many an answer is given and compared.
        let pool = chance(60) ? open : relations
        return switch number(26) {
        case 0: "EXPLAIN \(chance(50) ? "QUERY PLAN " : "")\(select(pool, depth: 1))"
        case 1: "WITH c AS \(chance(40) ? "MATERIALIZED " : "")(\(select(pool, depth: 1))) SELECT * FROM c"
        case 2:
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3) SELECT \(expression([], pool, 1)), x FROM n"
        case 3: "SELECT count(*) FROM (\(select(pool, depth: 1)))"
        case 4: change(pool)
        case 5: "\(select(pool, depth: 1)); \(select(relations, depth: 0))"
        case 6: "VALUES (\(expression([], pool, 2))), (\(expression([], pool, 2)))"
        case 7:
            "\(select(pool, depth: 1)) \(one(["UNION", "UNION ALL", "INTERSECT", "EXCEPT"])) \(select(pool, depth: 1))"
        case 8: walk(pool)
        case 9: unused(pool)
        default: select(pool, depth: 2)
        }
    }

    /// From each value of a column to the next.
    private mutating func walk(_ pool: [(name: String, columns: [String])]) -> String {
        let (name, columns) = one(pool)
        let column = one(columns)
        return """
            WITH RECURSIVE n(x, i) AS (SELECT min(\(column)), 1 FROM \(name) UNION \(chance(50) ? "ALL " : "")SELECT
            (SELECT min(\(column)) FROM \(name) WHERE \(column) > x), i + 1 FROM n WHERE i < 4) SELECT x FROM n
            """
    }

    /// A join of open tables, and one that changes nothing of the answer.
    private mutating func unused(_ pool: [(name: String, columns: [String])]) -> String {
        let joins = [
            "applications a JOIN messages b ON a.id = b.application_id",
            "applications a JOIN stage_history b ON b.application_id = a.id",
            "positions a JOIN applications b ON a.id = b.position_id",
            "stages a JOIN applications b ON b.stage = a.code JOIN stage_history c ON c.application_id = b.id",
            "files a JOIN documents b ON b.file_id = a.id", "own a JOIN applications b ON b.id = a.id",
        ]
        let (name, columns) = one(chance(70) ? relations : pool)
        let column = one(columns)
        let left = chance(80) ? "LEFT JOIN \(name) z USING (\(column))" : "NATURAL LEFT JOIN \(name) z"
        return
            "SELECT DISTINCT a.rowid, b.rowid FROM (SELECT 'zz' AS \(column)) y JOIN \(one(joins)) \(left)\(chance(50) ? " LIMIT 3" : "")"
    }

    private mutating func change(_ pool: [(name: String, columns: [String])]) -> String {
        let (name, columns) = one(pool)
        return one([
            "INSERT INTO \(name) SELECT * FROM \(name)", "DELETE FROM \(name) RETURNING *",
            "UPDATE \(name) SET \(one(columns)) = 1 RETURNING \(one(columns))",
            "CREATE TEMP TABLE x AS SELECT * FROM \(name)",
            "CREATE VIEW v AS SELECT * FROM \(name)",
            "PRAGMA \(one(["page_count", "table_info(\(name))", "integrity_check", "optimize"]))",
            "ATTACH ':memory:' AS m", "VACUUM INTO '/tmp/no.db'", "ANALYZE \(name)", "SELECT load_extension('\(name)')",
            "SELECT * FROM \(name) INDEXED BY \(one(["stage_history_by_whom", "messages_decided", "applications_by_length"]))",
            "SELEC \(name)", "SELECT '", "SELECT \(one(columns))) FROM \(name)",
        ])
    }

    private mutating func select(_ pool: [(name: String, columns: [String])], depth: Int) -> String {
        let (name, columns) = one(pool)
        aliases += 1
        let first = "t\(aliases)"
        var scope = columns.map { "\(first).\($0)" } + ["\(first).rowid"]
        var from = "\(name) \(first)"
        if depth > 0, chance(45) {
            let (other, more) = chance(40) ? (name, columns) : one(pool)
            aliases += 1
            let second = "t\(aliases)"
            let join =
                switch number(8) {
                case 5: " NATURAL LEFT JOIN \(other) \(second)"
                case 6: " LEFT JOIN \(other) \(second) USING (\(one(columns)))"
                case 0: " FULL JOIN \(other) \(second) USING (\(one(columns)))"
                case 1: " NATURAL FULL JOIN \(other) \(second)"
                case 2: " LEFT JOIN \(other) \(second) ON \(first).\(one(columns)) = \(second).\(one(more))"
                case 3: " NATURAL JOIN \(other) \(second)"
                case 4: " RIGHT JOIN \(other) \(second) USING (\(one(columns)))"
                default: ", \(other) \(second)"
                }
            from += join
            scope += more.map { "\(second).\($0)" }
            // Columns of USING and NATURAL, without their table, are those of which SQLite does not ask.
            scope += columns
        }
        let isGrouped = chance(25)
        let list =
            chance(25) ? "*" : (0...number(3)).map { _ in expression(scope, pool, depth) }.joined(separator: ", ")
        var sql = "SELECT \(chance(15) ? "DISTINCT " : "")\(list) FROM \(from)"
        if chance(40) { sql += " WHERE \(expression(scope, pool, depth))" }
        if isGrouped {
            sql += " GROUP BY \(one(scope))"
            if chance(40) { sql += " HAVING \(expression(scope, pool, depth))" }
        }
        if chance(40) {
            sql += " ORDER BY \(chance(50) ? "1" : expression(scope, pool, 0))\(chance(30) ? " DESC" : "")"
        }
        if depth == 0 || chance(30) { sql += " LIMIT \(1 + number(4))\(chance(30) ? " OFFSET 1" : "")" }
        return sql
    }

    private mutating func expression(_ scope: [String], _ pool: [(name: String, columns: [String])], _ depth: Int)
        -> String
    {
        let leaf = scope.isEmpty ? "1" : one(scope)
        guard depth > 0 else { return chance(80) ? leaf : literal() }
        func inner(_ grammar: inout Self) -> String { grammar.expression(scope, pool, depth - 1) }
        switch number(28) {
        case 0...6, 22...27: return leaf
        case 7: return literal()
        case 8: return "\(one(Self.functions))(\(inner(&self)))"
        case 9:
            return
                "\(one(["substr", "instr", "ifnull", "nullif", "max", "min", "printf", "round", "coalesce"]))(\(inner(&self)), \(inner(&self)))"
        case 10: return "(\(select(pool, depth: depth - 1)))"
        case 11: return "EXISTS (\(select(pool, depth: depth - 1)))"
        case 12: return "\(leaf) IN (\(select(pool, depth: depth - 1)))"
        case 13:
            return
                "\(inner(&self)) \(one(["=", "<", "LIKE", "GLOB", "IS", "||", "+", "<>", "AND", "->>"])) \(inner(&self))"
        case 14: return "CASE WHEN \(inner(&self)) THEN \(leaf) ELSE \(inner(&self)) END"
        case 15: return "CAST(\(leaf) AS \(one(["BLOB", "TEXT", "INTEGER", "REAL"])))"
        case 16:
            return
                "\(one(["row_number()", "rank()", "lag(\(leaf))", "first_value(\(leaf))", "count(*)", "sum(1)", "ntile(3)", "percent_rank()", "max(\(leaf))", "nth_value(\(leaf), 2)"])) OVER (\(window(leaf, scope)))"
        case 17:
            return
                "\(one(["count", "max", "group_concat", "json_group_array", "total", "avg"]))(\(leaf)) FILTER (WHERE \(inner(&self)))"
        case 18: return "\(leaf) COLLATE \(one(["NOCASE", "BINARY", "RTRIM", "nowhere"]))"
        case 19:
            return
                "\(one(["snippet(t1, 0, '[', ']', '', 3)", "highlight(document_fts, 0, '', '')", "bm25(document_fts)", "sqlite_offset(\(leaf))", "changes()", "last_insert_rowid()", "sqlite_version()", "fts5_source_id()"]))"
        case 20: return "(\(leaf), \(leaf)) < (1, \(inner(&self)))"
        default: return "typeof(\(leaf)) || hex(\(inner(&self)))"
        }
    }

    private mutating func window(_ leaf: String, _ scope: [String]) -> String {
        let parts = chance(40) && !scope.isEmpty ? "PARTITION BY \(one(scope)) " : ""
        let frames = [
            "", " ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING", " RANGE UNBOUNDED PRECEDING",
            " GROUPS BETWEEN CURRENT ROW AND 1 FOLLOWING EXCLUDE TIES",
        ]
        return "\(parts)ORDER BY \(leaf)\(one(frames))"
    }

    private mutating func literal() -> String {
        one([
            "1", "0", "NULL", "'zz'", "'a@example.org'", "2.5", "x'41'", "'%e%'", "'[1,2]'", "9223372036854775807",
            "-1",
        ])
    }

    private static let functions = [
        "upper", "lower", "length", "hex", "quote", "count", "max", "min", "group_concat", "json_group_array", "typeof",
        "unicode", "json_valid", "sum", "date", "trim", "json_quote", "total", "nothing", "char",
    ]
}
