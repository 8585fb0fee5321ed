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
}
