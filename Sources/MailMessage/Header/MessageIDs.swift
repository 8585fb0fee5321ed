/// Message identifiers (RFC 5322 section 3.6.4), without `<>`.
enum MessageIDs {
    /// The identifiers of a field, in order.
    ///
    /// Bare words count only when there is no bracket: old mailers wrote prose.
    static func read(_ raw: Bytes) -> [String] {
        var ids: [String] = []
        var index = raw.startIndex
        while let open = raw.firstIndex(of: 60, from: index), let close = raw.firstIndex(of: 62, from: open) {
            // `<<id>>`, `<one <two>`: the last bracket before the end counts.
            let start = (raw[open..<close].lastIndex(of: 60) ?? open) + 1
            let id = cleaned(raw[start..<close])
            if !id.isEmpty { ids.append(id) }
            index = close + 1
        }
        guard ids.isEmpty else { return ids }
        return raw.split(whereSeparator: { ASCII.isSpace($0) || $0 == 44 || $0 == 60 || $0 == 62 || $0 == 34 })
            .filter { $0.contains(64) }.map { cleaned($0) }
    }

    /// The identifier of a Message-ID field, also one without brackets or `@`.
    static func first(_ raw: Bytes) -> String? {
        if let id = read(raw).first { return id }
        let id = cleaned(raw.trimmed[...])
        return id.isEmpty ? nil : id
    }

    private static func cleaned(_ raw: Bytes) -> String {
        var kept: [UInt8] = []
        var index = raw.startIndex
        var hasComments = !raw.contains(ASCII.quote)
        while index < raw.endIndex {
            let byte = raw[index]
            if byte == 40, hasComments {
                let end = Comment.end(raw, index)
                if end < raw.endIndex || raw.last == 41 {
                    index = end
                    continue
                }
                hasComments = false
            }
            if byte > 32, byte != 127, byte != 60, byte != 62 { kept.append(byte) }
            index += 1
        }
        return String(decoding: kept, as: UTF8.self)
    }
}
