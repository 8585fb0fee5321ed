import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

/// The same numbers for the same seed (SplitMix64).
private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

private let pieces = [
    "a", "B", "0", " ", ",", "\"", "'", "\n", "\r", "\t", "\u{1}", "\u{1F}", "\u{7F}", "\\", "/", "é", "e\u{301}",
    "张", "🙂", "\u{9B}", "\u{2028}", "=", "-", "|", ";", "null", "\u{FFFD}",
]

private func value(_ random: inout Seeded) -> Value {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: .null
    case 1: .integer(Int64(bitPattern: random.next()))
    case 2: .integer(Int64.random(in: -1000...1000, using: &random))
    case 3: .real(Double(bitPattern: random.next()).isNaN ? 0 : Double(bitPattern: random.next() & ~(0x7FF << 52)))
    case 4: .real(Double.random(in: -1e6...1e6, using: &random))
    case 5: .real(finite(Double(bitPattern: random.next())))
    default:
        .text(
            (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                .joined())
    }
}

private func finite(_ number: Double) -> Double { number.isNaN ? .infinity : number }

/// What the sqlite3 shell prints.
private func shell(_ flags: [String], _ file: String, _ sql: String) throws -> [UInt8] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sqlite3", "-batch"] + flags + [file, sql]
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(output)
}

@Suite struct `csv, json and quote are the sqlite3 shell's, byte for byte` {
    let file = FileManager.default.temporaryDirectory.appending(path: "recruitdb-shell-\(UUID().uuidString).db").path

    func compare(_ rows: [[Value]], _ format: ListingFormat, _ flags: [String]) throws {
        defer { try? FileManager.default.removeItem(atPath: file) }
        let connection = try Connection(path: file, access: .create)
        try connection.execute("CREATE TABLE v(n INTEGER PRIMARY KEY, x, y)")
        let insert = try connection.prepare("INSERT INTO v(x, y) VALUES(?, ?)")
        try connection.transaction {
            for row in rows { try insert.run(row[0], row[1]) }
        }
        for sql in [
            "SELECT * FROM v", "SELECT x AS 'a \"b', y AS 'c,d', y AS y FROM v", "SELECT max(x), min(y) FROM v",
            "SELECT x || y, -x, x / 3.0 FROM v",
        ] {
            let ours = try written { try Query(sql).open(file).write(ListingStyle(format), to: &$0) }
            #expect(ours == (try shell(flags, file, sql)), "\(sql)")
        }
    }

    @Test(arguments: [UInt64](1...6))
    func `random values`(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let rows = (0..<400).map { _ in [value(&random), value(&random)] }
        try compare(rows, .csv, ["-csv", "-header"])
        try compare(rows, .json, ["-json"])
        try compare(rows, .quote, ["-quote", "-header"])
    }

    @Test func `numbers at their limits`() throws {
        let numbers: [Double] = [
            0, -0.0, 0.1, 1, 1e15, 1e16, 123456789012345680, 1e21, 1e22, 1e100, 1e308, .leastNonzeroMagnitude,
            2.2250738585072014e-308,
            .greatestFiniteMagnitude, .infinity, -.infinity, 1 / 3.0, 2 / 3.0, 0.000123, 1e-5, 99999999999999.99,
            999999999999999.9, 9007199254740992, 4503599627370496.5, 0.30000000000000004, 100, 1e2 + 1e-13,
        ]
        let integers: [Int64] = [0, 1, -1, 9, 10, 99, 100, .max, .min, .max - 1]
        let rows = numbers.map { [Value.real($0), .real(-$0)] } + integers.map { [.integer($0), .text("end")] }
        try compare(rows, .csv, ["-csv", "-header"])
        try compare(rows, .json, ["-json"])
        try compare(rows, .quote, ["-quote", "-header"])
    }

    @Test(arguments: [UInt64](1...4))
    func `numbers of every exponent and texts of every kind, under names of every kind`(seed: UInt64) throws {
        defer { try? FileManager.default.removeItem(atPath: file) }
        var random = Seeded(state: seed &* 7919)
        let connection = try Connection(path: file, access: .create)
        try connection.execute("CREATE TABLE v(n INTEGER PRIMARY KEY, x, y, z)")
        let insert = try connection.prepare("INSERT INTO v(x, y, z) VALUES(?, ?, ?)")
        let edges = integersAtEdges
        try connection.transaction {
            // 0 is the exponent of the numbers below all normal ones.
            for exponent in UInt64(0)...2046 {
                let bits = exponent << 52 | random.next() & (1 << 52 - 1) | random.next() & 1 << 63
                let number = Value.real(Double(bitPattern: bits))
                try insert.run(number, Value.text(text(&random)), edges[Int(exponent) % edges.count])
            }
        }
        let questions = (0..<24).map { part in
            let names = (0..<4).map { _ in
                SQLName.quoted(text(&random))
            }
            return
                "SELECT x AS \(names[0]), y AS \(names[1]), z AS \(names[2]), nullif(n % 3, 0) AS \(names[3]) FROM v "
                + "WHERE n % 24 = \(part)"
        }
        for (format, flags) in [(ListingFormat.csv, ["-csv", "-header"]), (.json, ["-json"])] {
            let ours = try questions.flatMap { sql in
                try Query(sql).open(file).bytes(ListingStyle(format))
            }
            // One process for all, by its arguments: from standard input the shell changes the ends of lines.
            let theirs = try shell(flags, file, questions.joined(separator: ";"))
            #expect(theirs.count > 100_000)
            let place = zip(ours, theirs).enumerated().first { $1.0 != $1.1 }?.offset ?? min(ours.count, theirs.count)
            #expect(
                ours == theirs,
                "\(format), at \(place): \(ours[place...].prefix(60)) and not \(theirs[place...].prefix(60))")
        }
    }

    @Test func `in csv, blobs and what is no UTF-8 are the shell's bytes, too`() throws {
        defer { try? FileManager.default.removeItem(atPath: file) }
        let connection = try Connection(path: file, access: .create)
        try connection.execute("CREATE TABLE v(x)")
        for byte in 1...255 {
            let digits = String(byte, radix: 16)
            let bytes = (digits.count == 1 ? "0" : "") + digits
            try connection.execute("INSERT INTO v VALUES(x'\(raw: bytes)'), (CAST(x'61\(raw: bytes)62' AS TEXT))")
        }
        let sql = "SELECT x FROM v"
        #expect(try Query(sql).open(file).bytes(ListingStyle(.csv)) == (try shell(["-csv", "-header"], file, sql)))
    }
}

/// The powers of two and what is beside them, the least, the largest, and where digits begin anew.
private let integersAtEdges: [Value] =
    (0..<64).flatMap { bit in
        let power = Int64(bitPattern: 1 << UInt64(bit))
        return [power, power &- 1, power &+ 1, 0 &- power].map(Value.integer)
    }
    + (1...18).flatMap { digits in
        let power = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
        return [power, power - 1, -power, 1 - power].map(Value.integer)
    }

/// Up to a dozen characters: controls, quotes, line ends, Chinese, combining marks, the byte order mark, any other.
private func text(_ random: inout Seeded) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
        let number: UInt32 =
            switch Int.random(in: 0..<10, using: &random) {
            case 0: UInt32.random(in: 1...0x1F, using: &random)
            case 1, 2: [0x22, 0x27, 0x2C, 0x5C, 0x0A, 0x0D, 0x7F, 0x20].randomElement(using: &random) ?? 0x22
            case 3: UInt32.random(in: 0x4E00...0x9FFF, using: &random)
            case 4: UInt32.random(in: 0x300...0x36F, using: &random)
            case 5: [0xFEFF, 0x2028, 0x202E, 0xFFFD, 0xFFFF, 0x85].randomElement(using: &random) ?? 0xFEFF
            case 6: UInt32.random(in: 0x80...0x10FFFF, using: &random)
            default: UInt32.random(in: 0x21...0x7E, using: &random)
            }
        if let scalar = Unicode.Scalar(number) { text.append(scalar) }
    }
    return String(text)
}
