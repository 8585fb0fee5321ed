import Foundation
import Testing

/// The address that the published call names.
private let published: Set = ["jhc@ust.hk"]

/// Domains that belong to nobody: RFC 2606 and RFC 6761.
private func isInvented(_ domain: Substring) -> Bool {
    let labels = domain.lowercased().split(separator: ".")
    guard let last = labels.last else { return false }
    return ["example", "test", "invalid", "localhost"].contains(last)
        || (labels.count >= 2 && labels[labels.count - 2] == "example" && ["com", "net", "org", "edu"].contains(last))
}

@Test func `nobody's mail address is in the repository but invented ones and the published call's`() throws {
    // One that a table cut short, as … shows, was judged where it stands whole.
    let address = /[A-Za-z0-9._%+\-]+@([A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,})(?![A-Za-z0-9.\-]*…)/
    var real: [String] = []
    for path in try Repository.files(under: ".") {
        let data = try Data(contentsOf: Repository.root.appending(path: path))
        guard data.contains(UInt8(ascii: "@")), let text = String(data: data, encoding: .utf8) else { continue }
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where line.utf8.contains(UInt8(ascii: "@")) {
            for match in line.matches(of: address)
            where !isInvented(match.1) && !published.contains(match.0.lowercased()) {
                real.append("\(path):\(number + 1): \(match.0)")
            }
        }
    }
    #expect(real == [])
}
