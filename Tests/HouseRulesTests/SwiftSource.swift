import Foundation

/// A Swift file taken apart: its code with the texts emptied and the comments gone, its texts, its comments, by line.
struct SwiftSource {
    let path: String
    private(set) var code: [String] = []
    private(set) var texts: [String] = []
    private(set) var comments: [String] = []

    private var codeLine: [UInt8] = []
    private var textLine: [UInt8] = []
    private var commentLine: [UInt8] = []
    private var bytes: [UInt8]
    private var index = 0

    init(path: String, text: String) {
        self.path = path
        bytes = Array(text.utf8)
        readCode(untilClosed: false)
        endLine()
        bytes = []
    }

    /// The module or folder in Sources that the file belongs to.
    var module: String { String(path.split(separator: "/").dropFirst().first ?? "") }

    /// `path:line: what stands there` for each line of `part` in which `pattern` is found.
    ///
    /// The pattern is tried only where one of `words` stands, since trying it is slow.
    func findings(
        _ pattern: some RegexComponent, near words: [String], in part: KeyPath<SwiftSource, [String]>
    ) -> [String] {
        self[keyPath: part].enumerated().compactMap { number, line in
            guard words.contains(where: { strstr(line, $0) != nil }), line.firstMatch(of: pattern) != nil else {
                return nil
            }
            return "\(path):\(number + 1): \(line.drop { $0 == " " })"
        }
    }

    /// The modules that the file imports, with their lines.
    var imports: [(module: String, line: Int)] {
        code.enumerated().compactMap { number, line in
            guard strstr(line, "import ") != nil else { return nil }
            let words = line.split(separator: " ")
            guard let at = words.firstIndex(of: "import"), at + 1 < words.count, words.count <= 4,
                words[..<at].allSatisfy({ $0.hasPrefix("@") || ["public", "internal", "package"].contains($0) })
            else { return nil }
            return (String(words[at + 1].prefix { $0 != "." }), number + 1)
        }
    }

    private mutating func endLine() {
        code.append(String(decoding: codeLine, as: UTF8.self))
        texts.append(String(decoding: textLine, as: UTF8.self))
        comments.append(String(decoding: commentLine, as: UTF8.self))
        (codeLine, textLine, commentLine) = ([], [], [])
    }

    private func stands(_ word: StaticString, at place: Int? = nil) -> Bool {
        let place = place ?? index
        return word.withUTF8Buffer {
            place + $0.count <= bytes.count && bytes[place..<place + $0.count].elementsEqual($0)
        }
    }

    /// Reads code to the end, or to the bracket that closes an interpolation.
    private mutating func readCode(untilClosed: Bool) {
        var depth = 0
        while index < bytes.count {
            if stands("//") {
                while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { take(\.commentLine) }
            } else if stands("/*") {
                readBlockComment()
            } else if let hashes = openingHashes() {
                readText(hashes: hashes)
            } else if bytes[index] == UInt8(ascii: "\n") {
                endLine()
                index += 1
            } else {
                if bytes[index] == UInt8(ascii: "(") { depth += 1 }
                if bytes[index] == UInt8(ascii: ")") {
                    depth -= 1
                    if untilClosed, depth < 0 { return }
                }
                take(\.codeLine)
            }
        }
    }

    private mutating func take(_ part: WritableKeyPath<SwiftSource, [UInt8]>) {
        self[keyPath: part].append(bytes[index])
        index += 1
    }

    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            if stands("/*") { depth += 1 }
            if stands("*/") {
                depth -= 1
                index += 1
            }
            if bytes[index] == UInt8(ascii: "\n") {
                endLine()
                index += 1
            } else {
                take(\.commentLine)
            }
        } while depth > 0 && index < bytes.count
    }

    /// How many `#` open a text here; nil where none begins.
    private func openingHashes() -> Int? {
        var place = index
        while place < bytes.count, bytes[place] == UInt8(ascii: "#") { place += 1 }
        return stands("\"", at: place) ? place - index : nil
    }

    private mutating func readText(hashes: Int) {
        index += hashes
        let isLong = stands("\"\"\"")
        index += isLong ? 3 : 1
        codeLine += Array("\"\"".utf8)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), hashesFollow(hashes, at: index + 1) {
                index += 1 + hashes
                guard index < bytes.count else { return }
                if bytes[index] == UInt8(ascii: "(") {
                    index += 1
                    codeLine += Array(" (".utf8)
                    textLine.append(UInt8(ascii: "?"))
                    readCode(untilClosed: true)
                    codeLine += Array(") ".utf8)
                    index += 1
                } else if bytes[index] != UInt8(ascii: "\n") {
                    take(\.textLine)
                }
            } else if stands(isLong ? "\"\"\"" : "\""), hashesFollow(hashes, at: index + (isLong ? 3 : 1)) {
                index += (isLong ? 3 : 1) + hashes
                textLine.append(UInt8(ascii: "\n"))
                return
            } else if bytes[index] == UInt8(ascii: "\n") {
                endLine()
                index += 1
            } else {
                take(\.textLine)
            }
        }
    }

    private func hashesFollow(_ count: Int, at place: Int) -> Bool {
        place + count <= bytes.count && bytes[place..<place + count].allSatisfy { $0 == UInt8(ascii: "#") }
    }
}
