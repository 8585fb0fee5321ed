import Testing

@Suite struct `a file does one thing` {
    @Test func `no source file has more than 300 lines`() throws {
        let long = try Repository.files(under: "Sources", endings: [".swift", ".c", ".h"]).filter {
            try Repository.lines($0).count > 300
        }
        #expect(long == [])
    }

    @Test func `the median file has at most 120 lines`() {
        let counts = Repository.sources.map { $0.code.count }.sorted()
        #expect(counts.count > 100)
        #expect(counts[counts.count / 2] <= 120)
    }
}
