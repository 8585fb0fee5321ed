/// One address without its name: `local-part@domain` (RFC 5322 section 3.4.1).
enum AddressSpec {
    /// The address as written; nil when it is none.
    ///
    /// A route before it (`@a,@b:`) and blanks around its dots go.
    static func read(_ raw: Bytes, _ text: HeaderText, _ defects: inout Defects) -> String? {
        var spec = raw.trimmed
        if spec.first == 64, let colon = spec.lastIndex(of: 58) { spec = spec[(colon + 1)...].trimmed }
        if spec.startsIgnoringCase("mailto:") { spec = spec.dropFirst(7) }
        var out: [UInt8] = []
        var ats = 0
        var atIndex = 0
        var isQuoted = false
        var index = spec.startIndex
        while index < spec.endIndex {
            let byte = spec[index]
            if isQuoted {
                if byte == ASCII.backslash, index + 1 < spec.endIndex {
                    out.append(byte)
                    index += 1
                }
                if byte == ASCII.quote { isQuoted = false }
                out.append(spec[index])
            } else if byte == ASCII.quote {
                guard ats == 0 else { return nil }
                isQuoted = true
                out.append(byte)
            } else if ASCII.isBlank(byte) {
                var next = index
                while next < spec.endIndex, ASCII.isBlank(spec[next]) { next += 1 }
                guard next < spec.endIndex, let last = out.last,
                    last == 64 || last == 46 || spec[next] == 64 || spec[next] == 46
                else { return nil }
                index = next
                continue
            } else {
                guard byte > 32, byte != 127, byte != 60, byte != 62, byte != 44 else { return nil }
                guard (byte != 58 && byte != 59) || out.contains(91) else { return nil }
                if byte == 64 {
                    ats += 1
                    atIndex = out.count
                }
                out.append(byte)
            }
            index += 1
        }
        guard ats == 1, !isQuoted, atIndex > 0, atIndex + 1 < out.count else { return nil }
        return text.decode(out[...], &defects)
    }
}
