import Foundation
import Testing

@testable import RecruitDB

private let call = try? Array(Data(contentsOf: exampleFolder.appending(path: "smart-lab/call.json")))

/// The same numbers in each run, so that a failure can be met again (splitmix64).
private struct Sequence64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Test func `a call cut at any byte is refused at a place within it`() {
    let bytes = Array(smallCall.utf8)
    for length in 0..<bytes.count {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONReader.read(Array(bytes.prefix(length))) }
        #expect((error?.position.offset ?? .max) <= length)
    }
}

@Test func `no bytes make the reader or the call stop the program`() throws {
    let bytes = try #require(call)
    var random = Sequence64(state: 2027)
    for round in 0..<150 {
        var broken = bytes
        for _ in 0...(round % 5) {
            let place = Int.random(in: 0..<broken.count, using: &random)
            switch round % 3 {
            case 0: broken[place] = UInt8.random(in: 0...255, using: &random)
            case 1: broken.remove(at: place)
            default: broken.insert(contentsOf: "{[\",:-0e\\ud8".utf8.shuffled(using: &random).prefix(4), at: place)
            }
        }
        do throws(CallFileError) {
            _ = try Call(broken, file: "broken.json")
        } catch {
            #expect(error.description.utf8.count < 1_500)
        }
    }
    for length in 0..<300 {
        let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
        _ = try? JSONReader.read(noise)
    }
}

@Test func `a string of ten million bytes is read, and one beyond the limit refused`() throws {
    let long = Array("\"".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000) + Array("\"".utf8)
    guard case .string(let text) = try JSONReader.read(long).content else { throw CancellationError() }
    #expect(text.utf8.count == 10_000_000)
    var limits = JSONReader.Limits()
    limits.bytes = 1_000
    let error = #expect(throws: JSONSyntaxError.self) { try JSONReader.read(long, limits: limits) }
    #expect(error?.reason == "it has 10000002 bytes, more than the 1000 that are read")
}

@Test func `a call with forty thousand mistakes is refused in time that grows with its size`() throws {
    let positions =
        String(repeating: "{\"slug\":\"a\",\"x\":1,\"intakes\":[\"2027-fall\",\"2027-fall\"]},", count: 8_000) + "{}"
    let text = "{\"lab\":{\"name\":\"L\",\"members\":[]},\"positions\":[\(positions)]}"
    let start = ContinuousClock.now
    let error = #expect(throws: CallFileError.self) { try Call(Array(text.utf8), file: "many.json") }
    #expect(error?.problems.count == 20 && (error?.count ?? 0) > 40_000)
    #expect(ContinuousClock.now - start < .seconds(30))
}
