#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file with mail in a folder.
struct FolderFile: Sendable {
    var name: FileName
    var byteSize: Int
    var isMbox: Bool
    /// When a single message arrived; the end of time when it does not say.
    var received: Int64
}

/// Folders of mail files and Maildirs, read into one order.
enum MailFolder {
    /// Where a message lies, and when it arrived.
    private struct Entry {
        var date: Int64
        var file: Int
        var offset: Int
        var length: Int
    }

    static func isFolder(_ path: String) -> Bool { isFolder(FileName(path)) }

    /// A Maildir has cur and new (maildir(5)).
    static func isMaildir(_ path: String) -> Bool { isMaildir(FileName(path)) }

    private static func isFolder(_ name: FileName) -> Bool {
        var status = stat()
        return name.withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func isMaildir(_ name: FileName) -> Bool {
        isFolder(name.appending(Array("cur".utf8))) && isFolder(name.appending(Array("new".utf8)))
    }

    /// The files with mail in a folder and the folders in it, by path.
    ///
    /// Hidden files, links and a Maildir's tmp are not looked at.
    static func files(in folder: String) throws(MailboxError) -> [FolderFile] {
        var files: [FolderFile] = []
        var folders = [FileName(folder.utf8.last == 47 && folder.utf8.count > 1 ? String(folder.dropLast()) : folder)]
        while let next = folders.popLast() {
            let isMaildir = isMaildir(next)
            for name in try names(in: next)
            where !isMaildir || name.elementsEqual("cur".utf8) || name.elementsEqual("new".utf8) {
                let path = next.appending(name)
                var status = stat()
                guard path.withCString({ lstat($0, &status) }) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR {
                    folders.append(path)
                } else if status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 {
                    if let file = file(path, Int(status.st_size)) { files.append(file) }
                }
            }
        }
        return files.sorted { $0.name.bytes.lexicographicallyPrecedes($1.name.bytes) }
    }

    /// Nil when the file holds no mail; one that cannot be opened stays in the list, so that reading it says why.
    private static func file(_ name: FileName, _ byteSize: Int) -> FolderFile? {
        var found = FolderFile(name: name, byteSize: byteSize, isMbox: false, received: .max)
        guard let file = try? MailFile(name: name), var bytes = try? file.readAll(limit: shortHead) else {
            return found
        }
        var head = MessageHead(bytes[...])
        if head.bodyStart == bytes.endIndex, bytes.count == shortHead {
            // A header longer than most.
            bytes += (try? file.readAll(limit: MailContent.headSize)) ?? []
            head = MessageHead(bytes[...])
        }
        guard let content = MailContent(bytes) else { return nil }
        found.isMbox = content == .mbox
        found.received = head.received(nil) ?? .max
        return found
    }

    /// Bytes that hold most headers whole.
    private static let shortHead = 1 << 14

    private static func names(in folder: FileName) throws(MailboxError) -> [[UInt8]] {
        guard let stream = folder.withCString({ opendir($0) }) else {
            throw .notReadable(path: folder.shown, reason: String(cString: strerror(errno)))
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                Array($0.prefix { $0 != 0 })
            }
            if name.first != UInt8(ascii: ".") { names.append(name) }
        }
        return names
    }

    /// Calls `body` with the messages of the files by the date received, then by path and place.
    static func forEach(
        _ files: [FolderFile], onUnreadable: ((MailboxError) throws -> Void)?, _ body: (RawMessage) throws -> Void
    ) throws {
        var entries: [Entry] = []
        for number in files.indices {
            do {
                try index(files[number], number, &entries)
            } catch {
                guard let onUnreadable else { throw error }
                try onUnreadable(error)
            }
        }
        entries.sort { ($0.date, $0.file, $0.offset) < ($1.date, $1.file, $1.offset) }
        for entry in entries {
            let message: RawMessage
            do throws(MailboxError) {
                message = try read(entry, files[entry.file])
            } catch {
                guard let onUnreadable else { throw error }
                try onUnreadable(error)
                continue
            }
            try body(message)
        }
    }

    private static func index(_ file: FolderFile, _ number: Int, _ entries: inout [Entry]) throws(MailboxError) {
        guard file.isMbox else {
            entries.append(Entry(date: file.received, file: number, offset: 0, length: .max))
            return
        }
        var reader = MboxReader(try MailFile(name: file.name))
        while let piece = try reader.next() {
            let end = piece.bytes.lineEnd(from: piece.bytes.startIndex)
            let line = FromLine(piece.bytes.line(from: piece.bytes.startIndex, to: end))
            let head = MessageHead(line == nil ? piece.bytes : piece.bytes[end...])
            entries.append(
                Entry(
                    date: head.received(line?.date) ?? .max, file: number, offset: piece.offset,
                    length: piece.bytes.count))
        }
    }

    private static func read(_ entry: Entry, _ file: FolderFile) throws(MailboxError) -> RawMessage {
        let source = try MailFile(name: file.name)
        guard file.isMbox else { return RawMessage(bytes: try source.readAll(), source: file.name.shown) }
        try source.seek(to: entry.offset)
        let bytes = try source.readAll(limit: entry.length)
        return RawMessage(mbox: MboxReader.Piece(bytes: bytes[...], offset: entry.offset), source: file.name.shown)
    }
}
