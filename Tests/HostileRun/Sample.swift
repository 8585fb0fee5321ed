import RecruitSQLite

/// A database with something of each sort, small pages, and the ways to spoil it.
struct Sample {
    let name: String
    let bytes: [UInt8]

    static let pageSize = 1024
    static let table: Script = """
        CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT, photo BLOB, friend INTEGER
            REFERENCES people) STRICT;
        CREATE INDEX by_name ON people (name);
        CREATE UNIQUE INDEX by_note ON people (note, id);
        CREATE TABLE words (word TEXT PRIMARY KEY, count REAL) WITHOUT ROWID;
        CREATE VIEW named AS SELECT name, note FROM people;
        CREATE TRIGGER counted AFTER INSERT ON people BEGIN
            INSERT INTO words VALUES (new.name, 1) ON CONFLICT DO UPDATE SET count = count + 1;
        END;
        CREATE VIRTUAL TABLE texts USING fts5(body);
        """

    static func migrator() throws -> Migrator {
        try Migrator(
            [
                Migration(fileName: "0001_tables.sql", sql: table),
                Migration(fileName: "0002_more.sql", sql: "CREATE TABLE more (x INTEGER) STRICT;"),
            ], applicationID: 9, toolVersion: "1")
    }

    init(encoding: String) throws {
        name = encoding
        let connection = try Connection(path: ":memory:", access: .create)
        try connection.execute("PRAGMA page_size = \(raw: String(Self.pageSize)); PRAGMA encoding = '\(raw: encoding)'")
        try Self.migrator().migrate(connection, upTo: 1)
        try connection.transaction {
            for number in 1...60 {
                let note = number % 3 == 0 ? nil : String(repeating: "note \(number) ", count: number % 7)
                let photo: [UInt8]? = number % 20 == 0 ? [UInt8](repeating: UInt8(number), count: 5000) : nil
                try connection.run(
                    "INSERT INTO people VALUES (\(number), \("person \(number)"), \(note), \(photo), \(number / 2 + 1))"
                )
                try connection.run("INSERT INTO texts VALUES (\("word\(number) 词 common"))")
            }
        }
        bytes = try connection.serialized()
    }

    /// One way to spoil the file.
    enum Harm {
        case flip(Int)
        case cut(Int)
        case swap(Int, Int)

        var name: String {
            switch self {
            case .flip(let offset): "byte \(offset) flipped"
            case .cut(let count): "cut to \(count) bytes"
            case .swap(let first, let second): "pages \(first) and \(second) swapped"
            }
        }

        func done(to bytes: [UInt8]) -> [UInt8] {
            var bytes = bytes
            switch self {
            case .flip(let offset):
                // Every bit gets its turn, and all of them.
                bytes[offset] ^= offset % 9 == 8 ? 0xFF : 1 << UInt8(offset % 9)
            case .cut(let count): bytes.removeLast(bytes.count - count)
            case .swap(let first, let second):
                for offset in 0..<Sample.pageSize {
                    bytes.swapAt(first * Sample.pageSize + offset, second * Sample.pageSize + offset)
                }
            }
            return bytes
        }
    }

    var harms: [Harm] {
        let pages = bytes.count / Self.pageSize
        // The first page is what a reader believes first: each byte of its header, too.
        let flips = Array(0..<108) + Array(stride(from: 108, to: bytes.count, by: 97))
        let cuts = (0...pages).flatMap { page in [-1, 0, 1].map { page * Self.pageSize + $0 } }
        let swaps = (1..<pages).flatMap { page in
            (page + 1 < pages ? [Harm.swap(page, page + 1)] : []) + [.swap(0, page)]
        }
        return flips.map { .flip($0) } + cuts.filter { (0..<bytes.count).contains($0) }.map { .cut($0) } + swaps
    }
}
