import Foundation
import MailMessage
import Testing

/// Bytes that grammars trip over.
private let teeth: [[UInt8]] = [
    [], [0], [10], [13], [13, 10], [27], [34], [40], [41], [44], [58], [59], [60], [61], [62], [63], [64], [92], [128],
    [255], Array("=?utf-8?B?".utf8), Array("?=".utf8), Array("\n\n".utf8), Array("\n--b".utf8), Array("\n--b--".utf8),
    Array("=?iso-2022-jp?B?GyRC?=".utf8), Array("*0*=".utf8), Array("''%".utf8), Array("&#x".utf8), Array("<!--".utf8),
    Array("\nContent-Type: multipart/mixed; boundary=b\n\n".utf8), Array("\nContent-Type: message/rfc822\n\n".utf8),
    Array("\nContent-Transfer-Encoding: base64\n".utf8), Array("charset=utf-16".utf8), Array("\u{1B}$B".utf8),
    Array("\nbegin 644 a\n#86)C\n".utf8), Array("\n`\nend\n".utf8), Array("charset=utf-7".utf8), Array("+APw-".utf8),
]

private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes = Array(bytes[..<start])
        case 2 where start < bytes.count: bytes[start] = UInt8.random(in: 0...255, using: &random)
        case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
        default: bytes.replaceSubrange(start..<end, with: teeth.randomElement(using: &random) ?? [])
        }
    }
    return bytes
}

private func expectWholeAnswer(_ bytes: [UInt8]) {
    let message = Message(bytes)
    let json = inspectJSON(message)
    let answer = try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
    #expect(answer?.count == 16, "no JSON for \(Data(bytes).base64EncodedString())")
    let raw = RawMessage(bytes: bytes, source: "fuzz")
    #expect(raw.identity().utf8.count == 64)
}

@Test(arguments: 1...4) func `no bytes stop the parser`(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    for round in 0..<2500 {
        let seedMessage = Array(Samples.all[round % Samples.all.count].utf8)
        expectWholeAnswer(mutated(seedMessage, &random))
    }
}

@Test func `noise is read as a message too`() {
    var random = SeededGenerator(state: 99)
    for length in 0..<300 {
        expectWholeAnswer((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
}

@Test func `a message cut anywhere is read`() {
    for sample in Samples.all {
        let bytes = Array(sample.utf8)
        for end in stride(from: 0, to: bytes.count, by: 3) { _ = inspectJSON(Message(Array(bytes[..<end]))) }
    }
}

@Test(.enabled(if: Corpus.isThere, "the public messages are not beside the checkout"))
func `public messages with bytes changed are read`() throws {
    var random = SeededGenerator(state: 7)
    for file in Corpus.files {
        let bytes = try Array(Data(contentsOf: file))
        guard bytes.count < 20_000 else { continue }
        for _ in 0..<3 { expectWholeAnswer(mutated(bytes, &random)) }
    }
}

@Test func `an mbox of any bytes is read`() throws {
    try withScratchFolder { folder in
        var random = SeededGenerator(state: 5)
        let start = "From a@example.org Mon Mar  1 12:00:00 2027\nSubject: x\n\nHello\n>From here\n\n"
        for round in 0..<100 {
            let file = folder.appendingPathComponent("\(round).mbox")
            let bytes = Array(start.utf8) + mutated(Array((start + start).utf8), &random)
            try Data(bytes).write(to: file)
            var count = 0
            try Mailbox(path: file.path).forEach { _ in count += 1 }
            #expect(count >= 1)
        }
    }
}
