/// Text whose paragraphs were broken into lines for transport (RFC 3676).
enum FormatFlowed {
    /// The paragraphs on one line each; `deletesSpace` is DelSp: the blank before a soft break is no text.
    static func joined(_ text: [UInt8], deletesSpace: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        let bytes = text[...]
        var index = bytes.startIndex
        var isFlowing = false
        var lastDepth = 0
        while index < bytes.endIndex {
            let next = bytes.lineEnd(from: index)
            var line = bytes.line(from: index, to: next)
            index = next
            let depth = line.prefix { $0 == 62 }.count
            line = line.dropFirst(depth)
            if line.first == ASCII.space { line = line.dropFirst() }
            let isSignature = line.elementsEqual("-- ".utf8)
            if isFlowing, depth != lastDepth || isSignature {
                // A paragraph that ends with a soft break, against the rules.
                out.append(ASCII.lf)
                isFlowing = false
            }
            if !isFlowing { appendQuotes(depth, line, &out) }
            isFlowing = line.last == ASCII.space && !isSignature
            out += isFlowing && deletesSpace ? line.dropLast() : line
            if !isFlowing { out.append(ASCII.lf) }
            lastDepth = depth
        }
        if text.last != ASCII.lf, out.last == ASCII.lf { out.removeLast() }
        return out
    }

    private static func appendQuotes(_ depth: Int, _ line: Bytes, _ out: inout [UInt8]) {
        guard depth > 0 else { return }
        out += [UInt8](repeating: 62, count: depth)
        if !line.isEmpty { out.append(ASCII.space) }
    }
}
