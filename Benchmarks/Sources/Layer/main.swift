#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

// Measures RecruitSQLite against the C interface called from Swift, in one process, by turns, in memory:
// a database on a disk would hide the difference. The time is the processor's, so that a busy machine disturbs less.

let rounds = 11
let people = Person.invented(200_000)
let ids = (0..<20_000).map { 1 + $0 &* 7919 % people.count }

func seconds(_ work: () throws -> Void) rethrows -> Double {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
    try work()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
    return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
}

func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
}

/// The two times of one measurement, each the median of all rounds, and the median of the rounds' ratios.
func compare(raw: () -> Void, layer: () throws -> Void) rethrows -> (raw: Double, layer: Double, ratio: Double) {
    var times: [(raw: Double, layer: Double)] = []
    for round in 0...rounds {
        var pair = (raw: 0.0, layer: 0.0)
        if round.isMultiple(of: 2) {
            pair.raw = seconds(raw)
            pair.layer = try seconds(layer)
        } else {
            pair.layer = try seconds(layer)
            pair.raw = seconds(raw)
        }
        if round > 0 { times.append(pair) }
    }
    return (median(times.map(\.raw)), median(times.map(\.layer)), median(times.map { $0.layer / $0.raw }))
}

let raw = Raw(path: ":memory:")
let layer = try Layer(path: ":memory:")
raw.insert(people)
try layer.insert(people)
guard raw.all() == people, try layer.all() == people else { fatalError("the two do not read the same") }

var results: [(name: String, bar: Double?, times: (raw: Double, layer: Double, ratio: Double))] = []
var found = 0
results.append(
    ("fetch", 1.05, try compare(raw: { found += raw.all().count }, layer: { found += try layer.all().count })))
let held = try compare(
    raw: { for id in ids where raw.one(id) != nil { found += 1 } },
    layer: { for id in ids where try layer.oneHeld(id) != nil { found += 1 } })
results.append(("lookup held", 1.10, held))
let bySQL = try compare(
    raw: { for id in ids where raw.one(id) != nil { found += 1 } },
    layer: { for id in ids where try layer.oneBySQL(id) != nil { found += 1 } })
results.append(("lookup by SQL", 1.20, bySQL))
let insert = try compare(
    raw: {
        raw.empty()
        raw.insert(people)
    },
    layer: {
        try layer.empty()
        try layer.insert(people)
    })
results.append(("insert", 1.10, insert))
let insertBySQL = try compare(
    raw: {
        raw.empty()
        raw.insert(people)
    },
    layer: {
        try layer.empty()
        try layer.insertBySQL(people)
    })
results.append(("insert by SQL", 1.50, insertBySQL))

let file = "/tmp/recruit-benchmark-\(getpid()).db"
Raw(path: file).close()
let open = try compare(
    raw: { for _ in 0..<1000 { found += Raw.openAndAsk(path: file) } },
    layer: { for _ in 0..<1000 { found += try Layer.openAndAsk(path: file) } })
results.append(("open, SELECT 1", 1.20, open))
unlink(file)

try await measurePool()

func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

func rounded(_ number: Double, _ places: Double) -> String {
    "\((number * places).rounded() / places)"
}

@MainActor func json() -> String {
    let rows = results.map { result in
        "{\"work\": \"\(result.name)\", \"raw_ms\": \(rounded(result.times.raw * 1000, 100)), "
            + "\"layer_ms\": \(rounded(result.times.layer * 1000, 100)), "
            + "\"ratio\": \(rounded(result.times.ratio, 1000)), \"bar\": \(result.bar.map { "\($0)" } ?? "null")}"
    }
    return "[\n  " + rows.joined(separator: ",\n  ") + "\n]\n"
}

// `layer --json` prints the figures for programs, `layer FILE` writes them there and prints those for people.
let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "--json" {
    print(json(), terminator: "")
} else {
    if let path = arguments.first {
        let file = fopen(path, "w")
        fputs(json(), file)
        fclose(file)
    }
    print("against raw C from Swift, medians of \(rounds) rounds by turns, in memory")
    for result in results {
        print(
            padded(result.name, 24), padded("\(rounded(result.times.raw * 1000, 10)) ms", 10),
            padded("\(rounded(result.times.layer * 1000, 10)) ms", 10), "ratio",
            padded(rounded(result.times.ratio, 1000), 6), result.bar.map { "bar \($0)" } ?? "")
    }
    print(
        "a task beside six bodies that compute for 1 s: waits \(rounded(median(longestWaits.map(\.median)), 100)) ms, one in a",
        "hundred \(rounded(median(longestWaits.map(\.hundredth)), 100)) ms, at most",
        "\(rounded(median(longestWaits.map(\.longest)), 100)) ms (medians of \(longestWaits.count) rounds, bar 10)")
}
layer.close()
raw.close()
