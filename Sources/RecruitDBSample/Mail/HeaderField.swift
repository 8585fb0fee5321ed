/// Header fields as bytes: encoded words, addresses and names of files.
enum HeaderField {
    /// Returns text for an unstructured field.
    static func text(_ text: String, _ style: MailStyle) -> [UInt8] {
        if isASCII(text) { return Array(text.utf8) }
        if style.header == .raw { return style.charset.encode(text) ?? Array(text.utf8) }
        return encodedWords(text, style)
    }

    /// Returns an address with its phrase.
    static func address(_ address: MailAddress, _ style: MailStyle) -> [UInt8] {
        guard let name = address.name else { return Array(address.address.utf8) }
        let plain = name.utf8.allSatisfy { isAtom($0) || $0 == 0x20 }
        let phrase: [UInt8]
        if plain {
            phrase = Array(name.utf8)
        } else if isASCII(name) {
            phrase = Array("\"\(name)\"".utf8)
        } else if style.header == .raw, style.charset == .utf8 {
            // A second byte of GBK or Big5 may be a backslash, which a quoted string would swallow.
            phrase = [0x22] + (style.charset.encode(name) ?? Array(name.utf8)) + [0x22]
        } else {
            phrase = encodedWords(name, style)
        }
        return phrase + Array(" <\(address.address)>".utf8)
    }

    /// Returns a list of addresses.
    static func addresses(_ list: [MailAddress], _ style: MailStyle) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in list {
            if !bytes.isEmpty { bytes.append(contentsOf: ",\n ".utf8) }
            bytes.append(contentsOf: address(entry, style))
        }
        return bytes
    }

    /// Returns a parameter with its leading semicolon, in one of the ways in which programs write names of files.
    static func parameter(_ name: String, _ value: String, _ style: MailStyle) -> [UInt8] {
        if isASCII(value) { return Array(";\n \(name)=\"\(value)\"".utf8) }
        let charset = style.charset.encode(value) == nil ? Charset.utf8 : style.charset
        let bytes = charset.encode(value) ?? Array(value.utf8)
        switch style.filename {
        case .raw where charset == .utf8: return Array(";\n \(name)=\"".utf8) + bytes + [0x22]
        case .encodedWord, .raw: return Array(";\n \(name)=\"".utf8) + encodedWords(value, style) + [0x22]
        case .extended: return Array(";\n \(name)*=\(charset.rawValue)''".utf8) + percented(bytes)
        case .continued:
            // Readers that decode section by section are common: none may end inside a character.
            var sections: [[UInt8]] = []
            var section: [UInt8] = []
            for scalar in value.unicodeScalars {
                section += percented(charset.encode(String(scalar)) ?? [])
                guard section.count >= 40 else { continue }
                sections.append(section)
                section = []
            }
            if !section.isEmpty { sections.append(section) }
            return sections.enumerated().flatMap { index, bytes in
                Array(";\n \(name)*\(index)*=\(index == 0 ? "\(charset.rawValue)''" : "")".utf8) + bytes
            }
        }
    }

    /// Returns encoded words of RFC 2047, none longer than 75 characters, none ending inside a character.
    static func encodedWords(_ text: String, _ style: MailStyle) -> [UInt8] {
        let charset = style.charset.encode(text) == nil ? Charset.utf8 : style.charset
        let quoted = style.header == .quoted
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for scalar in text.unicodeScalars {
            let bytes = charset.encode(String(scalar)) ?? []
            let grown = quoted ? QuotedPrintable.word(word + bytes).count : (word.count + bytes.count + 2) / 3 * 4
            if grown > 58, !word.isEmpty {
                words.append(word)
                word = []
            }
            word += bytes
        }
        words.append(word)
        let mark = quoted ? "Q" : "B"
        let name = charset.rawValue.uppercased()
        let encoded = words.map { bytes -> [UInt8] in
            Array("=?\(name)?\(mark)?".utf8) + (quoted ? QuotedPrintable.word(bytes) : Base64.line(bytes))
                + Array("?=".utf8)
        }
        return Array(encoded.joined(separator: Array("\n ".utf8)))
    }

    private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    private static func isAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x27, 0x5F: true
        default: false
        }
    }

    private static func percented(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        for byte in bytes {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: output.append(byte)
            default: output.append(contentsOf: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return output
    }
}
