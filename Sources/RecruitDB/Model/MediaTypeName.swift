/// The media types that are kept as they came (RFC 6838): those that papers, pictures and mail have.
///
/// A sender may write anything there, a name among it, and the column is open to people who may not see names: what is not
/// known is bytes. The mail itself keeps what was written.
enum MediaTypeName {
    /// `type` where it is known, else `application/octet-stream`.
    static func kept(_ type: String) -> String { known.contains(type) ? type : "application/octet-stream" }

    private static let known: Set<String> = [
        "application/epub+zip", "application/gzip", "application/ics", "application/json", "application/msword",
        "application/octet-stream", "application/pdf", "application/pgp-encrypted", "application/pgp-keys",
        "application/pgp-signature", "application/pkcs7-mime", "application/pkcs7-signature", "application/postscript",
        "application/rtf", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
        "application/vnd.oasis.opendocument.presentation", "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.rar",
        "application/wps-office.docx", "application/x-7z-compressed", "application/x-bibtex", "application/x-gzip",
        "application/x-latex", "application/x-msdownload", "application/x-pdf", "application/x-pkcs7-signature",
        "application/x-rar", "application/x-rar-compressed", "application/x-tar", "application/x-tex",
        "application/x-zip-compressed", "application/xml", "application/zip", "audio/mpeg", "audio/mp4", "audio/wav",
        "image/bmp", "image/gif", "image/heic", "image/jpeg", "image/jpg", "image/png", "image/svg+xml", "image/tiff",
        "image/webp", "message/delivery-status", "message/disposition-notification", "message/rfc822", "text/calendar",
        "text/csv", "text/html", "text/markdown", "text/plain", "text/richtext", "text/rtf",
        "text/tab-separated-values",
        "text/vcard", "text/x-tex", "text/x-vcard", "text/xml", "video/mp4", "video/mpeg", "video/quicktime",
        "video/webm",
    ]
}
