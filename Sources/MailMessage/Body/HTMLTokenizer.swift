/// Cuts HTML into text, character references and tags, as tolerant as browsers are.
struct HTMLTokenizer {
    enum Token {
        case text(Bytes)
        case scalar(UInt32)
        case open(String)
        case close(String)
    }

    private let html: Bytes
    private var index: Int
    /// Ends that are nowhere in the rest: each is searched for once.
    private var missing: Set<String> = []
    /// Ends that were found further on.
    private var ahead: [String: Int] = [:]

    init(_ html: Bytes) {
        self.html = html
        index = html.startIndex
    }

    /// The next token; nil at the end.
    mutating func next() -> Token? {
        while index < html.endIndex {
            switch html[index] {
            case 60:
                if let token = tag() { return token }
            case 38: return reference()
            default:
                let start = index
                while index < html.endIndex, html[index] != 60, html[index] != 38 { index += 1 }
                return .text(html[start..<index])
            }
        }
        return nil
    }

    /// Passes over an element whose content is no text; when its end is nowhere, over nothing.
    mutating func skip(toEndOf name: String, orStartOf other: String?) {
        let end = find("</" + name)
        let start = other.flatMap { find("<" + $0) }
        guard let target = [end, start].compactMap({ $0 }).min() else { return }
        index = target
    }

    /// A tag, or nil for a comment or a declaration, which are passed over.
    private mutating func tag() -> Token? {
        let start = index
        let next = start + 1 < html.endIndex ? html[start + 1] : 0
        if next == 33 || next == 63 {
            skipDeclaration()
            return nil
        }
        let isClosing = next == 47
        let nameStart = start + (isClosing ? 2 : 1)
        guard nameStart < html.endIndex, ASCII.isLetter(html[nameStart]) else {
            index = start + 1
            return .text(html[start..<index])
        }
        var nameEnd = nameStart
        while nameEnd < html.endIndex, !ASCII.isSpace(html[nameEnd]), html[nameEnd] != 62, html[nameEnd] != 47,
            html[nameEnd] != 60
        {
            nameEnd += 1
        }
        let name = html[nameStart..<min(nameEnd, nameStart + 32)].lowercasedASCII
        index = tagEnd(nameEnd)
        return isClosing ? .close(name) : .open(name)
    }

    /// The index after a tag's `>`; quoted attribute values may hold one.
    private mutating func tagEnd(_ start: Int) -> Int {
        var cursor = start
        while cursor < html.endIndex {
            let byte = html[cursor]
            if byte == 62 { return cursor + 1 }
            // A tag that never closes ends where the next begins.
            if byte == 60 { return cursor }
            if byte == 34 || byte == 39, cursor > start, html[cursor - 1] == 61 {
                let quote = String(UnicodeScalar(byte))
                if !missing.contains(quote), let close = html.firstIndex(of: byte, from: cursor + 1) {
                    cursor = close
                } else {
                    missing.insert(quote)
                }
            }
            cursor += 1
        }
        return html.endIndex
    }

    private mutating func skipDeclaration() {
        if html[index...].starts(with: [60, 33, 45, 45]), !missing.contains("-->") {
            if let close = html.firstIndex(of: [45, 45, 62], from: index + 2) {
                index = close + 3
                return
            }
            missing.insert("-->")
        }
        index = html.firstIndex(of: 62, from: index).map { $0 + 1 } ?? html.endIndex
    }

    private mutating func find(_ name: String) -> Int? {
        guard !missing.contains(name) else { return nil }
        if let hit = ahead[name], hit >= index { return hit }
        let wanted = Array(name.utf8)
        var cursor = index
        while let hit = html.firstIndex(of: 60, from: cursor) {
            let end = hit + wanted.count
            if end <= html.endIndex, html[hit..<end].elementsEqual(wanted, by: { ASCII.lower($0) == $1 }),
                end == html.endIndex || !ASCII.isLetter(html[end])
            {
                ahead[name] = hit
                return hit
            }
            cursor = hit + 1
        }
        missing.insert(name)
        return nil
    }

    private mutating func reference() -> Token {
        let start = index
        let limit = min(html.endIndex, start + 12)
        var end = start + 1
        if end < limit, html[end] == 35 {
            end += 1
            let isHex = end < limit && html[end] | 0x20 == 120
            if isHex { end += 1 }
            var number: UInt32 = 0
            let digits = end
            while end < limit, let digit = ASCII.hex(html[end]), isHex || digit < 10 {
                number = number &* (isHex ? 16 : 10) &+ UInt32(digit)
                if number > 0x10FFFF { number = 0x110000 }
                end += 1
            }
            guard end > digits else { return literal() }
            index = end < html.endIndex && html[end] == 59 ? end + 1 : end
            return .scalar(HTMLEntity.numbered(number))
        }
        while end < limit, ASCII.isLetter(html[end]) || ASCII.isDigit(html[end]) { end += 1 }
        guard let scalar = HTMLEntity.named(html[(start + 1)..<end]) else { return literal() }
        index = end < html.endIndex && html[end] == 59 ? end + 1 : end
        return .scalar(scalar)
    }

    private mutating func literal() -> Token {
        index += 1
        return .text(html[(index - 1)..<index])
    }
}
