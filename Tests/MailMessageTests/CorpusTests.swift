import Foundation
import MailMessage
import Testing

@Suite(.enabled(if: Corpus.isThere, "the public messages are not beside the checkout (../shared/corpus/mail)"))
struct CorpusTests {
    @Test func `every public message is read, each in under a second`() throws {
        #expect(Corpus.files.count == 325)
        let clock = ContinuousClock()
        for file in Corpus.files {
            let bytes = try Array(Data(contentsOf: file))
            var json: [UInt8] = []
            let time = clock.measure { json = inspectJSON(Message(bytes)) }
            // This is a build without optimisation on a busy machine: the bar of a second is for the release build.
            #expect(time < .seconds(5), "\(file.lastPathComponent)")
            let answer = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
            #expect(answer?.count == 16, "\(file.lastPathComponent)")
        }
    }

    @Test func `every public message is the same mail with LF, with CRLF and in an mbox`() throws {
        try withScratchFolder { folder in
            for file in Corpus.files {
                let bytes = try Array(Data(contentsOf: file))
                let hasLoneReturn = bytes.indices.contains {
                    bytes[$0] == 13 && ($0 + 1 == bytes.count || bytes[$0 + 1] != 10)
                }
                guard bytes.count < 60_000, !hasLoneReturn, !bytes.starts(with: "From ".utf8) else { continue }
                let raw = RawMessage(bytes: bytes, source: "eml")
                let canonical = raw.canonicalBytes()
                let identity = raw.identity()
                #expect(RawMessage(bytes: crlf(canonical), source: "crlf").identity() == identity)
                let mbox = folder.appendingPathComponent("\(file.lastPathComponent).mbox")
                let from = Array("From a@example.org Mon Mar  1 12:00:00 2027\n".utf8)
                try Data(
                    from + quoted(canonical) + Array("\n\n\(String(decoding: from, as: UTF8.self))Subject: next\n".utf8)
                )
                .write(to: mbox)
                var identities: [String] = []
                try Mailbox(path: mbox.path).forEach { identities.append($0.identity()) }
                #expect(identities.count == 2, "\(file.lastPathComponent)")
                #expect(identities.first == identity, "\(file.lastPathComponent)")
            }
        }
    }

    private func crlf(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { $0 == 10 ? [13, 10] : [$0] } }

    /// The lines as an mboxrd keeps them.
    private func quoted(_ bytes: [UInt8]) -> [UInt8] {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { line in
            line.drop { $0 == 62 }.starts(with: "From ".utf8) ? [62] + line : line
        }
        return Array(lines.joined(separator: [10]))
    }
}
