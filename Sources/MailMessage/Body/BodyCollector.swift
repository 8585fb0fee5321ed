/// Sorts the parts of a message: which are the body, which are attachments, which are messages.
struct BodyCollector {
    let text: HeaderText
    private(set) var attachments: [Attachment] = []
    private(set) var attachedMessages: [AttachedMessage] = []

    init(text: HeaderText) { self.text = text }

    /// What surrounds a part.
    private struct Surroundings {
        var isInReport = false
        var isInDigest = false
        /// Beside the text that refers to it, not the text itself (RFC 2387).
        var isResource = false
        var depth = 0
    }

    /// Text that is not written to be read as the body.
    private static let dataTypes: Set<String> = [
        "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/csv", "text/css", "text/javascript",
        "text/rfc822-headers", "text/xml", "text/tab-separated-values",
    ]

    /// The pieces of the body in order.
    mutating func collect(_ root: Entity, _ defects: inout Defects) -> [BodyPiece] {
        collect(root, Surroundings(), &defects)
    }

    private mutating func collect(_ part: Entity, _ around: Surroundings, _ defects: inout Defects) -> [BodyPiece] {
        if part.isDivided { return collectChildren(part, around, &defects) }
        let filename = part.filename(text, &defects)
        let isBody =
            part.isText && filename == nil && part.disposition != "attachment" && !around.isResource
            && !Self.dataTypes.contains(part.mediaType)
        if isBody { return [BodyPiece(part)] }
        add(part, filename, around, &defects)
        return []
    }

    private mutating func collectChildren(
        _ part: Entity, _ around: Surroundings, _ defects: inout Defects
    ) -> [BodyPiece] {
        var inside = around
        inside.depth += 1
        inside.isInReport = around.isInReport || part.mediaType == "multipart/report"
        inside.isInDigest = around.isInDigest || part.mediaType == "multipart/digest"
        switch part.mediaType {
        case "multipart/alternative":
            var branches = part.children.map { collect($0, inside, &defects) }
            return BodyPiece.choose(&branches, &defects)
        case "multipart/related":
            let root = Self.rootOfRelated(part)
            return part.children.enumerated().flatMap { number, child in
                var beside = inside
                let isReferred =
                    child.header.first("content-id") != nil || child.header.first("content-location") != nil
                beside.isResource = around.isResource || (number != root && isReferred)
                return collect(child, beside, &defects)
            }
        default: return part.children.flatMap { collect($0, inside, &defects) }
        }
    }

    /// The part that the others belong to: the one that `start` names, else the first.
    private static func rootOfRelated(_ part: Entity) -> Int {
        guard let start = part.contentType.ascii("start"), let id = MessageIDs.first(start.bytes) else { return 0 }
        return part.children.firstIndex { $0.header.first("content-id").flatMap(MessageIDs.first) == id } ?? 0
    }

    private mutating func add(
        _ part: Entity, _ filename: String?, _ around: Surroundings, _ defects: inout Defects
    ) {
        let decoded = part.encoding.decode(part.body)
        if decoded.isBroken { defects.add(part.encoding.defect) }
        var content = decoded.bytes
        if part.isText, !BodyText.isWide(part) { content = LineEnds.lineFeeds(content) }
        attachments.append(
            Attachment(
                filename: filename, mediaType: part.mediaType, disposition: part.disposition,
                contentID: part.header.first("content-id").flatMap(MessageIDs.first), partPath: part.path,
                content: content))
        guard part.isMessage else { return }
        attachedMessages.append(
            AttachedMessage(
                content: content, isInReport: around.isInReport, isInDigest: around.isInDigest, depth: around.depth))
    }
}

/// A message inside a message, not read yet.
struct AttachedMessage {
    var content: Bytes
    var isInReport: Bool
    var isInDigest: Bool
    /// How many containers of the outer message are around it.
    var depth: Int
}

/// A part of the body, and its text once it was needed.
struct BodyPiece {
    let part: Entity
    private var text: [UInt8]?

    init(_ part: Entity) { self.part = part }

    var isHTML: Bool { part.mediaType.utf8.suffix(4).elementsEqual("html".utf8) }

    /// The text as UTF-8 with LF.
    mutating func read(_ defects: inout Defects) -> [UInt8] {
        if let text { return text }
        let read = BodyText.read(part, isHTML: isHTML, &defects)
        text = read
        return read
    }

    private mutating func isBlank(_ defects: inout Defects) -> Bool { read(&defects)[...].trimmed.isEmpty }

    /// Of alternatives the first plain one that is not blank, else the last that is not blank.
    static func choose(_ branches: inout [[BodyPiece]], _ defects: inout Defects) -> [BodyPiece] {
        func isWritten(_ branch: Int) -> Bool {
            for piece in branches[branch].indices where !branches[branch][piece].isBlank(&defects) { return true }
            return false
        }
        for branch in branches.indices where !branches[branch].contains(where: { $0.isHTML }) && isWritten(branch) {
            return branches[branch]
        }
        for branch in branches.indices.reversed() where isWritten(branch) { return branches[branch] }
        return branches.first { !$0.isEmpty } ?? []
    }
}
