/// A message or a part of one: its header and its body, divided into parts when it has some (RFC 2045, RFC 2046).
struct Entity: Sendable {
    var header: Header
    /// The bytes after the empty line, still in their transfer encoding.
    var body: Bytes
    /// In lower case, `text/plain` when none is stated.
    var mediaType = "text/plain"
    /// The type as stated, also where the body turned out to be another.
    var statedType = "text/plain"
    var contentType = ParameterList()
    /// In lower case; nil when the part has no such field.
    var disposition: String?
    var dispositionParameters = ParameterList()
    var encoding = TransferEncoding.identity
    /// The parts of a multipart, in order.
    var children: [Entity] = []
    /// True when the body was divided into parts, whatever the count.
    var isDivided = false
    /// Where the part stands: the numbers, from 1, of the parts on the way to it.
    var path: [Int] = []

    var isMultipart: Bool { mediaType.hasPrefix("multipart/") }
    var isText: Bool { mediaType.hasPrefix("text/") }
    var isMessage: Bool {
        mediaType == "message/rfc822" || mediaType == "message/global" || mediaType == "message/news"
    }
    var charset: String? { contentType.ascii("charset") }

    /// The charset of the first part that states one: the best guess for raw bytes in headers.
    var anyCharset: String? {
        if let charset { return charset }
        for child in children {
            if let charset = child.anyCharset { return charset }
        }
        return nil
    }

    /// The file name that the part states, by the order of precedence, cleaned.
    func filename(_ text: HeaderText, _ defects: inout Defects) -> String? {
        let candidates = [
            dispositionParameters.extended("filename", text, &defects),
            dispositionParameters.text("filename", text, &defects),
            contentType.extended("name", text, &defects),
            contentType.text("name", text, &defects),
        ]
        for case let name? in candidates where !name.isEmpty {
            let cleaned = Filename.cleaned(name)
            if cleaned != name { defects.add("filename_cleaned") }
            if cleaned != nil { return cleaned }
        }
        return nil
    }
}
