public import MailMessage

/// Reads the one message in the file at `path`, or on standard input for `-`.
///
/// - Throws: `RecruitmentError`: `noInput` when the file is not there, `badData` for a folder or an empty file.
public func readMessage(at path: String) throws(RecruitmentError) -> Message {
    let bytes =
        path == "-"
        ? try SystemFile.read(0, named: "standard input", limit: messageLimit)
        : try SystemFile.read(path, limit: messageLimit)
    if bytes.isEmpty { throw RecruitmentError(.badData, "\(path): is empty; a message is needed") }
    return Message(bytes)
}

/// No mail server takes more.
private let messageLimit = 1 << 30
