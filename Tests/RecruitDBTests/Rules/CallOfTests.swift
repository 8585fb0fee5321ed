@testable import RecruitDB

/// The lab of the tests: six positions with the keywords of a real call.
enum CallOfTests {
    static let positions: [(slug: String, keywords: [String])] = [
        ("phd", ["phd", "doctoral", "博士", "直博"]),
        ("postdoc", ["postdoc", "postdoctoral", "博士后", "博士後", "博后"]),
        ("research-assistant", ["research assistant", "RA", "研究助理", "科研助理"]),
        ("intern", ["intern", "internship", "实习", "實習"]),
        ("visiting-scholar", ["visiting", "访问", "訪問", "访学", "联合培养"]),
        ("other", []),
    ]
    static let matcher = PositionMatcher(positions: positions)
}

/// A table that people read: one case a line, the columns apart by `|`.
func table(_ text: String) -> [(String, String)] {
    text.split(separator: "\n").compactMap { line in
        guard let bar = line.lastIndex(of: "|") else { return nil }
        func trimmed(_ part: Substring) -> String {
            var part = part
            while part.first == " " { part.removeFirst() }
            while part.last == " " { part.removeLast() }
            return String(part)
        }
        return (trimmed(line[..<bar]), trimmed(line[line.index(after: bar)...]))
    }
}
