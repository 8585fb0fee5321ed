#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How long a task waited beside six bodies, a round each.
@MainActor var longestWaits: [(median: Double, hundredth: Double, longest: Double)] = []

/// Adds what a pool does to the results: transactions of one lookup, and reads beside a writer.
@MainActor
func measurePool() async throws {
    let pooled = try Pooled(path: "/tmp/recruit-benchmark-pool-\(getpid()).db", people: Array(people.prefix(20_000)))
    guard pooled.readC() == (try pooled.readSync()) else { fatalError("the two do not read the same") }
    var sync: [(raw: Double, layer: Double)] = []
    var hop: [(raw: Double, layer: Double)] = []
    var async: [(raw: Double, layer: Double)] = []
    for _ in 0...21 {
        let raw = elapsed { found += pooled.readC() }
        sync.append((raw, try elapsed { found += try pooled.readSync() }))
        hop.append((raw, elapsed { found += pooled.hopC() }))
        // Not on the main actor, whose way back is longer.
        let (sum, time) = try await Task.detached {
            let start = Threads.now()
            return (try await pooled.readAsync(), Threads.now() - start)
        }.value
        found += sum
        async.append((raw, time))
    }
    add("read sync", 1.25, sync)
    add("read async", 3.5, async)
    add("bare hop in C", nil, hop)
    // Reads per second: the higher the better, unlike all else.
    let beside = (0..<61).map { round in
        let first = round.isMultiple(of: 2) ? pooled.besideC(0.1).reads : pooled.beside(0.1).reads
        let second = round.isMultiple(of: 2) ? pooled.beside(0.1).reads : pooled.besideC(0.1).reads
        return round.isMultiple(of: 2) ? (raw: first, layer: second) : (raw: second, layer: first)
    }
    let times = beside.map { (raw: 1000 / $0.raw, layer: 1000 / $0.layer) }
    add("readers beside a writer", 0.80, times) { $0.raw / $0.layer }
    for _ in 0..<5 { longestWaits.append(try await waits(path: pooled.path)) }
    try pooled.close()
}

@MainActor
private func add(
    _ name: String, _ bar: Double?, _ times: [(raw: Double, layer: Double)],
    ratio: ((raw: Double, layer: Double)) -> Double = { $0.layer / $0.raw }
) {
    let times = times.dropFirst()
    results.append((name, bar, (median(times.map(\.raw)), median(times.map(\.layer)), median(times.map(ratio)))))
}

private func elapsed(_ work: () throws -> Void) rethrows -> Double {
    let start = Threads.now()
    try work()
    return Threads.now() - start
}
