/// The body that a person reads.
enum BodyText {
    /// The text of the pieces, joined with a blank line, and what it was made of: the source of the first written piece.
    static func joined(_ pieces: [BodyPiece], _ defects: inout Defects) -> (String, BodySource) {
        var out: [UInt8] = []
        var source = BodySource.none
        for piece in pieces {
            var piece = piece
            let text = withoutLineEndsAtEnd(piece.read(&defects))
            guard !text.trimmed.isEmpty else { continue }
            if source == .none { source = piece.isHTML ? .html : .plain }
            if !out.isEmpty { out += [ASCII.lf, ASCII.lf] }
            out += text
        }
        return (String(decoding: out, as: UTF8.self), source)
    }

    /// The text of one part: transfer encoding and charset undone, HTML as text, flowed lines joined.
    static func read(_ part: Entity, isHTML: Bool, _ defects: inout Defects) -> [UInt8] {
        let decoded = part.encoding.decode(part.body)
        if decoded.isBroken { defects.add(part.encoding.defect) }
        let charset = part.charset ?? (isHTML ? HTMLText.statedCharset(decoded.bytes) : nil) ?? ""
        let text = LineEnds.text(Charset.text(decoded.bytes, charset, nil, &defects))
        if isHTML { return HTMLText.read(text) }
        guard part.contentType.ascii("format")?.lowercased() == "flowed" else { return text }
        return FormatFlowed.joined(text, deletesSpace: part.contentType.ascii("delsp")?.lowercased() == "yes")
    }

    /// Whether a part's text is in units of two or four bytes, where CR and LF mean nothing by themselves.
    static func isWide(_ part: Entity) -> Bool {
        guard let charset = part.charset.flatMap(CharsetName.canonical) else { return false }
        return charset.hasPrefix("UTF-16") || charset.hasPrefix("UTF-32") || charset.hasPrefix("UCS")
    }

    private static func withoutLineEndsAtEnd(_ text: [UInt8]) -> Bytes {
        var end = text.endIndex
        while end > 0, ASCII.isSpace(text[end - 1]) { end -= 1 }
        return text[..<end]
    }
}
