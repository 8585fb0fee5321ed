/// A value with parameters, as in Content-Type and Content-Disposition (RFC 2045 section 5.1, RFC 2231).
struct ParameterList: Sendable {
    /// What stands before the first parameter, in lower case.
    var value = ""
    /// Parameters without an asterisk; the first of a name counts.
    private(set) var plain: [String: [UInt8]] = [:]
    /// Parameters with an asterisk, their pieces not joined yet.
    private var pieces: [String: [Piece]] = [:]

    private struct Piece {
        var number: Int
        var isEncoded: Bool
        var bytes: [UInt8]
    }

    init() {}

    /// The parameters of a part that states nothing but its file name.
    init(filename: Bytes) { plain["filename"] = Array(filename) }

    init(_ raw: Bytes, _ defects: inout Defects) {
        var scanner = ParameterScanner(raw.unfolded[...])
        value = scanner.value()
        while let parameter = scanner.next(&defects) { add(parameter.name, parameter.value, &defects) }
    }

    private mutating func add(_ name: String, _ bytes: [UInt8], _ defects: inout Defects) {
        guard let star = name.utf8.firstIndex(of: 42) else {
            if plain[name] == nil { plain[name] = bytes } else { defects.add("parameter_twice", name) }
            return
        }
        let base = String(name[..<star])
        let rest = name[star...].utf8.dropFirst()
        let isEncoded = rest.isEmpty || rest.last == 42
        let number = Int(String(decoding: rest.filter { $0 != 42 }, as: UTF8.self)) ?? 0
        pieces[base, default: []].append(Piece(number: number, isEncoded: isEncoded, bytes: bytes))
    }

    /// A parameter whose value is ASCII by its definition (charset, boundary, format), in either form.
    func ascii(_ name: String) -> String? {
        var ignored = Defects()
        if let bytes = plain[name] { return String(decoding: bytes, as: UTF8.self) }
        return extended(name, HeaderText(), &ignored)
    }

    /// A parameter in its RFC 2231 form, pieces joined and decoded.
    func extended(_ name: String, _ text: HeaderText, _ defects: inout Defects) -> String? {
        guard let list = pieces[name] else { return nil }
        var charset = ""
        var bytes: [UInt8] = []
        var isFirst = true
        var last = -1
        for piece in list.sorted(by: { $0.number < $1.number }) where piece.number != last {
            last = piece.number
            var value = piece.bytes[...]
            guard piece.isEncoded else {
                bytes += value
                isFirst = false
                continue
            }
            if isFirst, let first = value.firstIndex(of: 39), let second = value[(first + 1)...].firstIndex(of: 39) {
                charset = String(decoding: value[..<first], as: UTF8.self)
                value = value[(second + 1)...]
            }
            isFirst = false
            bytes += Self.percentDecoded(value)
        }
        guard charset.isEmpty else {
            return String(decoding: Charset.text(bytes[...], charset, text.bodyCharset, &defects), as: UTF8.self)
        }
        return text.decode(bytes[...], &defects)
    }

    /// A parameter in its ordinary form; encoded words do not belong there and are decoded all the same.
    func text(_ name: String, _ text: HeaderText, _ defects: inout Defects) -> String? {
        plain[name].map { text.decode($0[...], &defects) }
    }

    private static func percentDecoded(_ value: Bytes) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(value.count)
        var index = value.startIndex
        while index < value.endIndex {
            if value[index] == 37, index + 2 < value.endIndex, let high = ASCII.hex(value[index + 1]),
                let low = ASCII.hex(value[index + 2])
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(value[index])
                index += 1
            }
        }
        return out
    }
}
