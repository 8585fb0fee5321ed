extension EntityReader {
    /// Divides the text of a mail without parts at the uuencoded files that stand in it: the files and the text around
    /// them become its parts.
    ///
    /// A mail with parts is left alone: who writes those attaches files as parts (RFC 2046 section 5.1), and what looks like
    /// a file in its text is talked about.
    mutating func divideAtFiles(_ entity: inout Entity, _ defects: inout Defects) {
        guard let text = Self.plainText(entity) else { return }
        // Each file takes two parts, itself and the text before it, and the text after the last one takes another.
        let found = UUEncodedFiles(text, most: max(0, limits.parts - parts - 1) / 2)
        if found.isCut { defects.add("too_many_parts") }
        guard !found.files.isEmpty else { return }
        entity.isDivided = true
        var start = text.startIndex
        for file in found.files {
            addText(text[start..<file.range.lowerBound], to: &entity)
            var part = Entity(header: Header(), body: text[file.range])
            part.mediaType = "application/octet-stream"
            part.dispositionParameters = ParameterList(filename: file.name)
            part.encoding = .uuencode
            add(part, to: &entity)
            start = file.range.upperBound
        }
        addText(text[start...], to: &entity)
    }

    private mutating func addText(_ text: Bytes, to entity: inout Entity) {
        guard !text.trimmed.isEmpty else { return }
        // The empty lines between a file and the text after it separate nothing any more.
        let text = entity.children.isEmpty ? text : text.drop { $0 == ASCII.lf || $0 == ASCII.cr }
        var part = Entity(header: Header(), body: text)
        part.contentType = entity.contentType
        add(part, to: &entity)
    }

    private mutating func add(_ part: Entity, to entity: inout Entity) {
        var part = part
        parts += 1
        part.path = entity.path + [entity.children.count + 1]
        entity.children.append(part)
    }

    /// The bytes of a body that is plain text, nobody's file, and may have a file in it; nil for any other.
    private static func plainText(_ entity: Entity) -> Bytes? {
        var ignored = Defects()
        guard entity.mediaType == "text/plain", entity.disposition != "attachment",
            entity.filename(HeaderText(), &ignored) == nil,
            entity.body.firstIndex(of: Array("begin ".utf8), anchor: 2, from: entity.body.startIndex) != nil
        else { return nil }
        switch entity.encoding {
        case .identity: return entity.body
        // A relay's work (RFC 6152 section 3): it meets 8-bit text that has a file in it.
        case .quotedPrintable: return entity.encoding.decode(entity.body).bytes
        case .base64, .uuencode: return nil
        }
    }
}
