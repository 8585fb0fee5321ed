/// How a body was made fit for transport (RFC 2045 section 6).
enum TransferEncoding: Sendable, Hashable {
    case identity
    case base64
    case quotedPrintable
    case uuencode

    /// The encoding that a field states; one that is unknown is none, with a defect.
    init(_ raw: Bytes, _ defects: inout Defects) {
        var ignored = Defects()
        let value = ParameterList(raw, &ignored).value
        switch value {
        case "7bit", "8bit", "binary": self = .identity
        case "base64", "base-64", "b": self = .base64
        case "quoted-printable", "quotedprintable", "quoted_printable", "quoted", "q": self = .quotedPrintable
        case "x-uuencode", "uuencode", "x-uue", "uue": self = .uuencode
        default:
            self = .identity
            let isMisspelt = ["", "7-bit", "8-bit", "7bits", "8bits", "none", "plain"].contains(value)
            if isMisspelt {
                defects.add("transfer_encoding_broken")
            } else {
                defects.add("transfer_encoding_unknown", value)
            }
        }
    }

    var isIdentity: Bool { self == .identity }

    /// The bytes as they were before transport, and whether the encoding was broken.
    func decode(_ body: Bytes) -> (bytes: Bytes, isBroken: Bool) {
        switch self {
        case .identity: return (body, false)
        case .base64:
            let decoded = Base64.decode(body)
            return (decoded.bytes[...], decoded.isBroken)
        case .quotedPrintable:
            let decoded = QuotedPrintable.decode(body)
            return (decoded.bytes[...], decoded.isBroken)
        case .uuencode:
            guard let bytes = UUEncode.decode(body) else { return (body, true) }
            return (bytes[...], false)
        }
    }

    /// The word for a broken encoding.
    var defect: String {
        switch self {
        case .identity: "transfer_encoding_broken"
        case .base64: "base64_broken"
        case .quotedPrintable: "quoted_printable_broken"
        case .uuencode: "uuencode_broken"
        }
    }
}
