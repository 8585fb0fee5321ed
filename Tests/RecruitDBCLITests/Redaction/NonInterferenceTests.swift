import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

@Suite struct NonInterferenceTests {
    /// Asks one file, with `--redact` or without, and keeps every byte of what comes, the error too.
    final class Asked {
        private let session: QuerySession
        private let path: String
        private let descriptor: Int32

        init(_ path: String, isRedacted: Bool = true, tables: [OwnTable] = []) throws {
            self.path = path
            session = try QuerySession(path, isRedacted: isRedacted, tables: tables)
            descriptor = open(path + ".answer", O_RDWR | O_CREAT | O_TRUNC, 0o600)
        }

        deinit { close(descriptor) }

        func answer(_ sql: String) -> String {
            ftruncate(descriptor, 0)
            lseek(descriptor, 0, SEEK_SET)
            var said = ""
            var rounds = 0
            // The same work ends the same statement.
            session.connection.onProgress(every: 100_000) {
                rounds += 1
                return rounds > 30
            }
            do {
                let listing = try session.listing(of: Query(sql))
                var output = OutputBuffer(descriptor: descriptor)
                try listing.write(ListingStyle(.json), to: &output)
                try output.flush()
            } catch {
                said = "\(error)".replacingOccurrences(of: path, with: "FILE")
            }
            let size = Int(lseek(descriptor, 0, SEEK_END))
            var bytes = [UInt8](repeating: 0, count: size)
            _ = pread(descriptor, &bytes, size, 0)
            return String(decoding: bytes, as: UTF8.self) + said
        }
    }

    @Test(arguments: [false, true])
    func `ten thousand statements say the same of two databases that differ in personal values alone`(
        hasOwnThings: Bool
    ) throws {
        let pair = try DatabasePair(hasOwnThings: hasOwnThings)
        let tables = [try pair.ownTable()]
        let (one, other) = (
            try Asked(pair.paths[0], tables: tables), try Asked(pair.paths[1], tables: tables)
        )
        // The same, that it is the redaction which makes them so.
        let (openOne, openOther) = (
            try Asked(pair.paths[0], isRedacted: false, tables: tables),
            try Asked(pair.paths[1], isRedacted: false, tables: tables)
        )
        var grammar = StatementGrammar(seed: 20_270, relations: pair.relations, open: pair.open)
        var (answered, refused, told, leaks) = (0, 0, 0, [String]())
        for _ in 0..<10_000 {
            let sql = grammar.statement()
            let (first, second) = (one.answer(sql), other.answer(sql))
            if first != second { leaks.append(sql) }
            if first.contains("--redact") { refused += 1 } else if first.contains("\n") { answered += 1 }
            if openOne.answer(sql) != openOther.answer(sql) { told += 1 }
        }
        #expect(leaks.isEmpty, "\(leaks.count) differ; the first: \(leaks.first ?? "")")
        // A wall that lets nothing through would pass, too.
        #expect(answered > 1500, "\(answered) answered")
        #expect(refused > 1500, "\(refused) refused")
        #expect(told > 300, "\(told) of 10,000 tell the two apart without redaction")
    }
}
