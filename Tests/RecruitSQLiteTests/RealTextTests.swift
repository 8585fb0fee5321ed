import Testing

@testable import RecruitSQLite

/// `value` by `write`, as text.
private func text(_ value: Double, _ write: (Double, UnsafeMutablePointer<UInt8>) -> Int) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: RealText.capacity) { space in
        guard let base = space.baseAddress else { return "" }
        return String(decoding: space[..<write(value, base)], as: UTF8.self)
    }
}

/// The values where the printers differ, out of `values`; a few are enough.
private func differences(_ values: some Sequence<Double>) -> [String] {
    var found: [String] = []
    for value in values where value.isFinite {
        let ours = text(value, RealText.writeText)
        let theirs = text(value) { RealText.writeBySQLite($0, precision: 15, into: $1) }
        if ours != theirs { found.append("\(value): \(ours) against \(theirs)") }
        let json = text(value, RealText.writeJSON)
        let shell = text(value) { RealText.writeBySQLite($0, precision: 20, into: $1) }
        if json != shell { found.append("\(value): \(json) against \(shell)") }
        if found.count > 5 { break }
    }
    return found
}

@Test func `numbers of every size print as SQLite prints them`() {
    var state: UInt64 = 7
    let random = (0..<200_000).lazy.map { _ -> Double in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(bitPattern: state ^ state >> 29)
    }
    #expect(differences(random).isEmpty)
}

@Test func `numbers as people write them print as SQLite prints them`() {
    #expect(differences((0..<100_000).lazy.map { Double($0) / 100 }).isEmpty)
    #expect(differences((0..<50_000).lazy.map { Double($0) * 1_234_567.891 }).isEmpty)
    #expect(differences((0..<50_000).lazy.map { 1 / Double($0 + 1) }).isEmpty)
    #expect(differences((0..<50_000).lazy.map { -Double($0) * 1e-7 }).isEmpty)
    #expect(differences((0..<4_000).lazy.map { Double(sign: .plus, exponent: $0 - 1_074, significand: 1) }).isEmpty)
}

@Test func `numbers at the edges print as SQLite prints them`() {
    var edges: [Double] = [0, -0.0, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .leastNormalMagnitude]
    for exponent in -330...308 {
        guard let power = Double("1e\(exponent)"), let nines = Double("9.99999999999999999e\(exponent - 1)") else {
            continue
        }
        edges += [power, power.nextUp, power.nextDown, -power, nines, power * 9.999999999999995, power * 1.5]
    }
    #expect(differences(edges).isEmpty)
}

@Test func `an infinity prints as in the shell`() {
    #expect(text(.infinity, RealText.writeText) == "Inf" && text(-.infinity, RealText.writeText) == "-Inf")
    #expect(text(.infinity, RealText.writeJSON) == "1e999" && text(-.infinity, RealText.writeJSON) == "-1e999")
}
