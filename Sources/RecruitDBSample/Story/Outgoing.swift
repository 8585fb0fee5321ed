/// A message that is ready to be written, with what it is.
struct Outgoing {
    var mail: Mail
    var truth: Truth
    /// The number of the stream that boundaries are drawn from.
    let stream: Int
    /// The sender of the mbox's From line.
    var envelopeSender: String?
}

/// What every recipe needs to know.
struct Setting {
    let seed: UInt64
    /// False when nobody asked for the truth: then no paper is hashed.
    let hashesPapers: Bool

    /// Returns the papers as attachments and as the truth about them.
    func attach(_ papers: [Paper], of person: Person) -> (parts: [Entity], truth: [PaperTruth]) {
        var parts: [Entity] = []
        var truth: [PaperTruth] = []
        for paper in papers {
            let bytes = paper.bytes(of: person, seed: seed)
            parts.append(
                .file(FilePart(filename: paper.filename, mediaType: paper.format.mediaType, bytes: bytes)))
            guard hashesPapers else { continue }
            truth.append(
                PaperTruth(
                    filename: paper.filename, type: paper.type, mediaType: paper.format.mediaType,
                    sha256: SHA256.hex(bytes), byteCount: bytes.count))
        }
        return (parts, truth)
    }

    /// Returns the body alone, or a multipart/mixed of the body and the parts.
    static func mixed(_ body: Entity, _ parts: [Entity]) -> Entity {
        parts.isEmpty ? body : .multipart(subtype: "mixed", parameters: "", parts: [body] + parts)
    }

    /// Returns a trace field as a receiving server writes it.
    static func received(_ time: Int64, from domain: String) -> (name: String, value: String) {
        (
            "Received",
            "from mx.\(domain) (mx.\(domain) [192.0.2.\(Int(time % 250) + 1)])\n by mail.smartlab.example.edu with ESMTPS;\n "
                + MailDate.header(time, zone: 480)
        )
    }
}

extension MailAddress {
    /// The part after the at sign.
    var domain: String { String(address.drop { $0 != "@" }.dropFirst()) }
}
