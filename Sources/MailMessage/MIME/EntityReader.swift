/// Divides a message into its parts within the limits.
struct EntityReader {
    let limits: Limits
    /// Parts read so far in the whole message, the message itself not counted.
    var parts = 0
    /// Bytes of headers read so far in the whole message.
    var headerBytes = 0

    init(limits: Limits) { self.limits = limits }

    /// Reads an entity and everything in it, attached messages apart: they are read where they are wanted.
    mutating func read(
        _ bytes: Bytes, depth: Int, defaultType: String = "text/plain", path: [Int] = [], _ defects: inout Defects
    ) -> Entity {
        var reader = HeaderReader(bytes, limits: limits, used: headerBytes)
        let bodyStart = reader.read(&defects)
        headerBytes = reader.used
        var entity = Entity(header: reader.header, body: bytes[bodyStart...])
        entity.path = path
        entity.mediaType = defaultType
        readContentFields(&entity, &defects)
        if entity.isMultipart { divide(&entity, depth, &defects) }
        if path.isEmpty, !entity.isDivided { divideAtFiles(&entity, &defects) }
        return entity
    }

    private func readContentFields(_ entity: inout Entity, _ defects: inout Defects) {
        if let raw = contentTypeField(entity) {
            entity.contentType = ParameterList(raw, &defects)
            entity.mediaType = MediaType.named(entity.contentType.value, default: entity.mediaType, &defects)
        }
        entity.statedType = entity.mediaType
        if let raw = entity.header.first("content-disposition") {
            entity.dispositionParameters = ParameterList(raw, &defects)
            let value = entity.dispositionParameters.value
            if value.isEmpty { defects.add("content_disposition_broken") } else { entity.disposition = value }
        }
        if let raw = entity.header.first("content-transfer-encoding") {
            entity.encoding = TransferEncoding(raw, &defects)
        }
    }

    /// The Content-Type that counts: the first, unless only a later one names a boundary that is there.
    private func contentTypeField(_ entity: Entity) -> Bytes? {
        let fields = entity.header.all("content-type")
        guard fields.count > 1 else { return fields.first }
        var ignored = Defects()
        let fitting = fields.prefix(4).first { field in
            let boundary = ParameterList(field, &ignored).ascii("boundary").map { Array($0.utf8) } ?? []
            return Multipart.pieces(entity.body, boundary, most: 1) != nil
        }
        return fitting ?? fields.first
    }

    private mutating func divide(_ entity: inout Entity, _ depth: Int, _ defects: inout Defects) {
        guard depth < limits.depth else {
            defects.add("too_deep")
            entity.isDivided = true
            return
        }
        var body = entity.body
        let stated = entity.contentType.ascii("boundary").map { Array($0.utf8) } ?? []
        var boundary = stated
        var pieces = boundary.isEmpty ? nil : Multipart.pieces(body, boundary, most: limits.parts - parts)
        if pieces == nil, !entity.encoding.isIdentity {
            // A multipart must not be encoded (RFC 2045 section 6.4); some are.
            let decoded = entity.encoding.decode(body).bytes[...]
            if !boundary.isEmpty, let found = Multipart.pieces(decoded, boundary, most: limits.parts - parts) {
                defects.add("multipart_encoded")
                (pieces, body) = (found, decoded)
            }
        }
        if pieces == nil, let guess = Multipart.guessedBoundary(body) {
            boundary = guess
            pieces = Multipart.pieces(body, guess, most: limits.parts - parts)
            if pieces != nil { defects.add(stated.isEmpty ? "boundary_missing" : "boundary_wrong") }
        }
        guard let pieces else {
            defects.add(stated.isEmpty ? "boundary_missing" : "boundary_not_found")
            // What remains is text that a person can read.
            entity.mediaType = "text/plain"
            return
        }
        entity.isDivided = true
        if !pieces.isClosed { defects.add("boundary_end_missing") }
        let childType = entity.mediaType == "multipart/digest" ? "message/rfc822" : "text/plain"
        for (number, range) in pieces.ranges.enumerated() {
            guard parts < limits.parts else {
                defects.add("too_many_parts")
                return
            }
            parts += 1
            entity.children.append(
                read(body[range], depth: depth + 1, defaultType: childType, path: entity.path + [number + 1], &defects))
        }
        if pieces.isCut { defects.add("too_many_parts") }
    }
}

/// Media types as mailers write them (RFC 2045 section 5.1).
enum MediaType {
    /// The type in lower case; what has no subtype becomes what was meant.
    static func named(_ value: String, default standard: String, _ defects: inout Defects) -> String {
        if value.isEmpty {
            defects.add("content_type_broken")
            return standard
        }
        let pieces = value.split(separator: "/", omittingEmptySubsequences: false)
        if pieces.count == 2, !pieces[0].isEmpty, !pieces[1].isEmpty { return value }
        defects.add("content_type_broken")
        switch value.filter({ $0.isLetter }) {
        case "html", "texthtml": return "text/html"
        case "multipart": return "multipart/mixed"
        case "pdf", "octetstream", "applicationpdf", "application", "binary", "attachment", "file":
            return "application/octet-stream"
        // What cannot be read is plain text (RFC 2045 section 5.2).
        default: return "text/plain"
        }
    }
}
