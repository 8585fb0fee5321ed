/// Reads a list of addresses (RFC 5322 section 3.4, obsolete forms of section 4.4 and what mailers make of both).
struct AddressList {
    private let bytes: Bytes
    private let text: HeaderText
    private let isNested: Bool
    private let lastQuote: Int
    private let lastWordClose: Int
    private var index: Int
    private var areCommentsBroken = false
    private var current = Mailbox()
    private var addresses: [Address] = []

    /// What is known of the mailbox being read.
    private struct Mailbox {
        var phrase: [UInt8] = []
        /// What stands after the bracket: the name that is lost, or that of the next mailbox.
        var tail: [UInt8] = []
        var comment: [UInt8] = []
        var spec: [UInt8] = []
        var hasAngle = false
        var isOpen = false
        var hasEncodedWord = false
    }

    /// The addresses of a field, groups flattened, in order; one that cannot be read is left out with a defect.
    static func read(_ raw: Bytes, _ text: HeaderText, _ defects: inout Defects) -> [Address] {
        var list = AddressList(raw.unfolded[...], text, isNested: false)
        return list.read(&defects)
    }

    private init(_ unfolded: Bytes, _ text: HeaderText, isNested: Bool) {
        bytes = unfolded
        self.text = text
        self.isNested = isNested
        index = unfolded.startIndex
        lastQuote = unfolded.lastIndex(of: ASCII.quote) ?? unfolded.startIndex
        lastWordClose = EncodedWord.lastClose(unfolded)
    }

    private mutating func read(_ defects: inout Defects) -> [Address] {
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case ASCII.quote: quotedString(&defects)
            case 40 where !areCommentsBroken: comment(&defects)
            case 60: openAngle(&defects)
            case 62:
                current.isOpen = false
                index += 1
            case 44, 59:
                if current.isOpen, byte == 59 || current.spec.first != 64 {
                    // `<a@example.org, ...`: the bracket never closes.
                    if !current.spec.contains(64) {
                        append(byte)
                        continue
                    }
                    defects.add("address_bracket_missing")
                    current.isOpen = false
                }
                if current.isOpen { append(byte) } else { finish(&defects) }
            case 58 where !current.isOpen && !current.hasAngle && !current.phrase.contains(64):
                current.phrase = []
                index += 1
            case 91 where !current.isOpen && current.phrase.last == 64: domainLiteral()
            case 61:
                if !current.isOpen, let word = EncodedWord(bytes, at: index, lastClose: lastWordClose) {
                    if current.hasAngle {
                        current.tail += bytes[index..<word.end]
                    } else {
                        current.phrase += bytes[index..<word.end]
                    }
                    current.hasEncodedWord = true
                    index = word.end
                } else {
                    append(byte)
                }
            default: append(byte)
            }
        }
        if current.isOpen { defects.add("address_bracket_missing") }
        finish(&defects)
        return addresses
    }

    private mutating func append(_ byte: UInt8) {
        index += 1
        if current.isOpen {
            current.spec.append(byte)
        } else if current.hasAngle {
            current.tail.append(byte)
        } else {
            if ASCII.isBlank(byte), current.phrase.last == ASCII.space { return }
            current.phrase.append(byte)
        }
    }

    private mutating func quotedString(_ defects: inout Defects) {
        guard index < lastQuote else {
            defects.add("quote_missing")
            index += 1
            return
        }
        let start = index
        var content: [UInt8] = []
        index += 1
        while index < bytes.endIndex, bytes[index] != ASCII.quote {
            if bytes[index] == ASCII.backslash, index + 1 < bytes.endIndex { index += 1 }
            content.append(bytes[index])
            index += 1
        }
        index = min(index + 1, bytes.endIndex)
        let isLocalPart = index < bytes.endIndex && (bytes[index] == 64 || bytes[index] == 46)
        if current.isOpen || isLocalPart {
            let raw = bytes[start..<index]
            if current.isOpen { current.spec += raw } else { current.phrase += raw }
        } else if current.hasAngle {
            current.tail += content
        } else {
            current.phrase += content
            // A quoted encoded word is an encoded word to those who write it.
            if content.contains(63) { current.hasEncodedWord = true }
        }
    }

    private mutating func comment(_ defects: inout Defects) {
        let end = Comment.end(bytes, index)
        guard end < bytes.endIndex || bytes.last == 41 else {
            areCommentsBroken = true
            defects.add("comment_missing_end")
            return
        }
        if !current.isOpen {
            if !current.comment.isEmpty { current.comment.append(ASCII.space) }
            var inside = index + 1
            while inside < end - 1 {
                if bytes[inside] == ASCII.backslash, inside + 1 < end - 1 { inside += 1 }
                current.comment.append(bytes[inside])
                inside += 1
            }
        }
        index = end
    }

    private mutating func openAngle(_ defects: inout Defects) {
        if current.hasAngle, !current.isOpen, !current.spec.isEmpty {
            defects.add("address_separator_missing")
            let tail = current.tail
            current.tail = []
            finish(&defects)
            index -= 1
            current.phrase = tail
        }
        current.hasAngle = true
        current.isOpen = true
        index += 1
    }

    private mutating func domainLiteral() {
        while index < bytes.endIndex, bytes[index] != 93, bytes[index] != 44 {
            current.phrase.append(bytes[index])
            index += 1
        }
    }

    /// Ends a mailbox at a separator, and takes what can be read of it.
    private mutating func finish(_ defects: inout Defects) {
        index += 1
        let box = current
        current = Mailbox()
        let phrase = box.phrase[...].trimmed
        let specText = box.spec[...].trimmed
        if box.hasAngle, let address = AddressSpec.read(specText, text, &defects) {
            addresses.append(Address(name: name(phrase, box.comment, box.tail, &defects), address: address))
            return
        }
        guard !phrase.isEmpty else {
            if !specText.isEmpty { defects.add("address_broken") }
            return
        }
        if box.hasAngle, !specText.isEmpty { defects.add("address_broken") }
        if let address = AddressSpec.read(phrase, text, &defects) {
            addresses.append(Address(name: name([], box.comment, [], &defects), address: address))
            return
        }
        defects.add("address_broken")
        if box.hasEncodedWord, !box.hasAngle, !isNested {
            let decoded = text.decode(phrase, &defects)
            guard decoded.utf8.contains(64) else { return }
            var inner = AddressList(decoded.bytes, text, isNested: true)
            addresses += inner.read(&defects)
            return
        }
        if !box.hasAngle { addWords(phrase, box.comment, &defects) }
    }

    /// `Jane Doe jane@example.org`, or addresses with blanks between them.
    private mutating func addWords(_ phrase: Bytes, _ comment: [UInt8], _ defects: inout Defects) {
        let words = phrase.split(whereSeparator: ASCII.isBlank)
        let read = words.compactMap { AddressSpec.read($0, text, &defects) }
        if read.count == words.count {
            addresses += read.map { Address(name: nil, address: $0) }
        } else if read.count == 1, let last = words.last, let address = AddressSpec.read(last, text, &defects) {
            let rest = phrase[phrase.startIndex..<last.startIndex]
            addresses.append(Address(name: name(rest, comment, [], &defects), address: address))
        }
    }

    private func name(
        _ phrase: Bytes, _ comment: [UInt8], _ tail: [UInt8], _ defects: inout Defects
    ) -> String? {
        for candidate in [phrase, comment[...], tail[...]] {
            let decoded = text.phrase(candidate.trimmed, &defects).bytes.trimmed
            if !decoded.isEmpty { return String(decoding: decoded, as: UTF8.self) }
        }
        return nil
    }
}
