/// Whether an attachment is a paper that someone hands in, or the machinery of mail.
enum PaperPart {
    /// Why an attachment is no paper; nil when it is one.
    ///
    /// Not papers are inline images, calendars, vCards, signatures, executables, attached messages and empty files.
    ///
    /// - Parameters:
    ///   - filename: the name that the mail gives; nil when it gives none.
    ///   - mediaType: such as `application/pdf`.
    ///   - disposition: `inline`, `attachment`, or nil.
    ///   - contentID: nil when the part states none.
    ///   - bytes: the first 512 bytes, or all when there are fewer.
    /// - Returns: a word or two for people.
    static func reasonAgainst(
        filename: String?, mediaType: String, disposition: String?, contentID: String?, beginning bytes: [UInt8]
    ) -> String? {
        let ending = PaperPart.ending(of: filename)
        let type = mediaType.utf8.prefix { $0 != 0x3B }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        let media = String(decoding: type, as: UTF8.self)
        if bytes.isEmpty { return "empty file" }
        if media.hasPrefix("image/"), isInline(filename: filename, disposition: disposition, contentID: contentID) {
            return "image inside the text"
        }
        if let reason = reasons[media] ?? endings[ending] { return reason }
        if media.hasPrefix("message/") { return "attached message" }
        if executableMedia.contains(media) || isExecutable(bytes) { return "program" }
        if filename == nil, disposition != "attachment", media == "text/plain" || media == "text/html" {
            return "part of the text"
        }
        return nil
    }

    private static func isInline(filename: String?, disposition: String?, contentID: String?) -> Bool {
        switch disposition {
        case "inline": true
        case nil: contentID != nil || filename == nil
        default: filename == nil && contentID != nil
        }
    }

    /// The lower-case ending of a name, "" when it has none.
    static func ending(of filename: String?) -> String {
        guard let name = filename, let point = name.utf8.lastIndex(of: 0x2E) else { return "" }
        return NormalizedText.folded(String(name[name.utf8.index(after: point)...]))
    }

    /// The marks at the beginning of Windows, ELF and Mach-O programs and of scripts.
    private static func isExecutable(_ bytes: [UInt8]) -> Bool {
        let marks: [[UInt8]] = [
            [0x7F, 0x45, 0x4C, 0x46], [0xCF, 0xFA, 0xED, 0xFE], [0xCE, 0xFA, 0xED, 0xFE], [0x23, 0x21, 0x2F],
        ]
        if marks.contains(where: { bytes.starts(with: $0) }) { return true }
        guard bytes.starts(with: [0x4D, 0x5A]) else { return false }
        return bytes.prefix(512).contains(0)
    }

    private static let executableMedia: Set<String> = .words(
        """
        application/x-msdownload application/x-dosexec application/x-executable application/x-msdos-program
        application/vnd.microsoft.portable-executable application/x-sh application/x-ms-installer
        application/java-archive application/x-mach-binary application/hta application/javascript text/javascript
        """)
    private static let reasons: [String: String] = [
        "text/calendar": "calendar", "application/ics": "calendar", "text/vcard": "business card",
        "text/x-vcard": "business card", "text/directory": "business card", "application/pgp-signature": "signature",
        "application/pgp-keys": "signature", "application/pkcs7-signature": "signature",
        "application/x-pkcs7-signature": "signature", "application/pkcs7-mime": "signature",
        "application/x-pkcs7-mime": "signature", "application/pgp-encrypted": "signature",
        "application/ms-tnef": "Outlook's wrapping", "application/vnd.ms-tnef": "Outlook's wrapping",
        "text/rfc822-headers": "attached message",
    ]
    private static let endings: [String: String] = {
        let words = [
            "calendar": "ics vcs ical", "business card": "vcf vcard", "signature": "p7s p7m p7c asc sig gpg pgp",
            "attached message": "eml", "Outlook's wrapping": "tnef",
            "program": """
            exe com bat cmd scr pif msi msp jar js jse vbs vbe wsf wsh ps1 sh apk dll sys cpl lnk hta app dmg pkg reg \
            command run bin elf
            """,
        ]
        var endings: [String: String] = [:]
        for (reason, list) in words {
            for ending in list.split(separator: " ") { endings[String(ending)] = reason }
        }
        return endings
    }()
}
