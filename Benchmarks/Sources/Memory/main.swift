import CStreaming
import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

// The memory of one process that streams a table: in C, and through RecruitSQLite with the calls that its documentation
// shows. Called as `memory raw FILE` or `memory layer FILE`; Benchmarks/run.sh puts the figures side by side.

/// A row as a program would keep it.
struct Measure {
    let id: Int
    let year: Int
    let score: Int
    let city: String
}

extension Measure: RowDecodable {
    init(_ row: borrowing Row) throws {
        id = try row.int(0)
        year = try row.int(1)
        score = try row.int(2)
        city = try row.text(3)
    }
}

func layer(_ path: String) throws -> Int {
    let connection = try Connection(path: path, access: .readOnly)
    var sum = 0
    try connection.forEach("SELECT id, year, score, city FROM measures") { (row: borrowing Row) in
        let measure = try Measure(row)
        sum += measure.id + measure.year + measure.score + measure.city.utf8.count
    }
    return sum
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    print("usage: memory fill|raw|layer FILE")
    exit(64)
}
let before = allocation_count()
let sum: Int
switch arguments[1] {
case "fill": sum = Int(raw_stream_fill(arguments[2], 1_000_000))
case "raw": sum = Int(raw_stream(arguments[2]))
default: sum = try layer(arguments[2])
}
print(sum, peak_kilobytes(), allocation_count() < 0 ? -1 : allocation_count() - before)
