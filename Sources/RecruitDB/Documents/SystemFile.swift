#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the C library says of `errno`, as the end of a sentence.
func reason(_ code: Int32 = errno) -> String {
    switch code {
    case ENOENT: "it is not there"
    case EACCES, EPERM: "no permission"
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS: "the file system is read-only"
    case EFBIG: "a file may not be that large here (ulimit -f)"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of its path is no folder"
    case EMFILE, ENFILE: "too many open files"
    default: String(cString: strerror(code))
    }
}

/// Files of the system, read and written whole (POSIX open, read, write).
enum SystemFile {
    /// The bytes of the file at `path`.
    ///
    /// - Throws: `RecruitmentError` when it is not there, is a folder, is larger than `limit` or cannot be read.
    static func read(_ path: String, limit: Int = 1 << 31) throws(RecruitmentError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            throw RecruitmentError(
                code == EACCES ? .noPermission : .noInput, "\(path): cannot be read: \(reason(code))")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw RecruitmentError(.io, "\(path): cannot be read: \(reason())")
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw RecruitmentError(.badData, "\(path): is a folder; a file is needed")
        }
        return try read(descriptor, named: path, expecting: Int(status.st_size), limit: limit)
    }

    /// All that can be read from `descriptor`, at most `limit` bytes.
    static func read(
        _ descriptor: Int32, named name: String, expecting size: Int = 0, limit: Int
    ) throws(RecruitmentError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(max(size, 0), limit) + 1)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { sysRead(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw RecruitmentError(.io, "\(name): cannot be read: \(reason())")
            }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[0..<count])
            if bytes.count > limit {
                throw RecruitmentError(.badData, "\(name): is larger than \(limit) bytes")
            }
        }
    }

    /// Writes all `bytes` to `descriptor`; false with `errno` set when that fails.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                sysWrite(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
            }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            offset += count
        }
        return true
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}

private func sysRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

private func sysWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}
