#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Who holds a lock on a file, so that a person knows whom to wait for.
enum LockHolder {
    /// `sqlite3 (process 1234) is using it`, or the same without a name where the system does not tell.
    ///
    /// Reads Linux's /proc/locks (proc_locks(5)); opening the file itself would drop this process's own locks on it.
    static func sentence(for path: String) -> String {
        let inodes = [path, path + "-shm", path + "-wal"].compactMap(inode)
        for line in text(of: "/proc/locks").split(separator: "\n") {
            // 1: POSIX  ADVISORY  WRITE 1234 08:01:5678 0 EOF; a waiting one has -> after its number.
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            guard words.count >= 6, words[1] != "->", words[3] == "WRITE", let process = Int32(words[4]), process > 0,
                process != getpid(), let number = words[5].split(separator: ":").last.flatMap({ UInt64($0) }),
                inodes.contains(number)
            else { continue }
            let name = text(of: "/proc/\(process)/comm").split(separator: "\n").first.map(String.init)
            return name.map { "\(SQLExcerpt.visible($0)) (process \(process)) is writing to it" }
                ?? "process \(process) is writing to it"
        }
        return "another program is writing to it"
    }

    private static func inode(_ path: String) -> UInt64? {
        var status = stat()
        return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
    }

    /// What a small file of /proc says, nothing when it is not there.
    private static func text(of path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 1) { space in
            while bytes.count < 1 << 20 {
                let count = Platform.read(descriptor, space)
                guard count > 0 else { return }
                bytes.append(contentsOf: space[..<count])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
