/// A Compound File ([MS-CFB]): what Office wrote before 2007, and what it still wraps a document with a password in.
enum CompoundFile {
    /// How every one begins.
    static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// Whether it holds a stream named EncryptedPackage ([MS-OFFCRYPTO] 2.3.4.4); names are UTF-16 in its directory.
    static func isEncryptedDocument(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: mark) && bytes.firstRange(of: "EncryptedPackage".utf8.flatMap { [$0, 0] }) != nil
    }

    /// Why it gives no text.
    static func reason(_ bytes: [UInt8]) -> ExtractionError {
        isEncryptedDocument(bytes)
            ? .damaged("the document is encrypted: it has a password")
            : ExtractionError(
                status: .unsupported, message: "unsupported kind of document: an old Office file (DOC, XLS or PPT)")
    }
}
