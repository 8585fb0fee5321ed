#if canImport(Glibc)
    import CFileSync
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The folder beside the database in which papers and mails lie, each under its SHA-256: `ab/cdef...`.
///
/// A file without a row is garbage of an interrupted import and is never trusted; a row is only written after `sync()`.
/// Folders have mode 0700, files 0400.
public final class DocumentStore {
    /// The folder.
    public let path: String
    private let descriptor: Int32
    private var folders: Set<String> = []
    private var isLocked = false
    private var unsynced: [String] = []

    /// Opens the folder at `path`.
    ///
    /// - Throws: `RecruitmentError` when it is not there or cannot be opened.
    init(path: String) throws(RecruitmentError) {
        self.path = path
        let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if opened < 0 {
            let code = errno
            throw RecruitmentError(
                code == EACCES ? .noPermission : .noInput,
                "\(path): the folder of documents cannot be opened: \(reason(code)); it belongs beside the database")
        }
        descriptor = opened
    }

    deinit { close(descriptor) }

    /// Makes the folder at `path`, mode 0700, unless it is there; returns whether it is new.
    @discardableResult
    static func create(at path: String) throws(RecruitmentError) -> Bool {
        let isNew = mkdir(path, 0o700) == 0
        if !isNew, errno != EEXIST {
            throw RecruitmentError(.cannotCreate, "\(path): the folder of documents cannot be made: \(reason())")
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw RecruitmentError(
                .cannotCreate,
                "\(path): is a file, and the folder of documents must have its name; move it away first")
        }
        guard chmod(path, 0o700) == 0 else {
            throw RecruitmentError(
                .cannotCreate, "\(path): the folder of documents cannot be made private: \(reason())")
        }
        return isNew
    }

    /// The path of the file with this hash, whether it is there or not.
    public func path(of sha256: String) -> String { "\(path)/\(sha256.prefix(2))/\(sha256.dropFirst(2))" }

    /// The bytes of the file with this hash.
    ///
    /// - Throws: `RecruitmentError` when the file is missing or cannot be read.
    public func read(_ sha256: String) throws(RecruitmentError) -> [UInt8] { try SystemFile.read(path(of: sha256)) }

    /// Keeps every other import out until `unlock()`, and sweeps away what an interrupted one left half-written (flock).
    ///
    /// - Throws: `RecruitmentError` of kind `busy` when another import holds the folder for five seconds.
    func lock() throws(RecruitmentError) {
        guard !isLocked else { return }
        var attempts = 0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw RecruitmentError(.io, "\(path): cannot be locked: \(reason())")
            }
            attempts += 1
            if attempts > 100 {
                throw RecruitmentError(
                    .busy, "\(path): another import is running; wait until it has ended and try again")
            }
            usleep(50_000)
        }
        isLocked = true
        try makeFolder("incoming")
        for name in SystemFolder.names(in: "\(path)/incoming") { unlink("\(path)/incoming/\(name)") }
    }

    /// Lets other imports in again.
    func unlock() {
        flock(descriptor, LOCK_UN)
        isLocked = false
    }

    /// Writes `bytes` under their hash. They are safe only after `sync()`; the folder must be locked.
    func put(_ bytes: [UInt8], sha256: String) throws(RecruitmentError) {
        let folder = String(sha256.prefix(2))
        try makeFolder(folder)
        let incoming = "\(path)/incoming/\(sha256)"
        let file = open(incoming, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o400)
        guard file >= 0 else { throw Self.failure(incoming, "cannot be written") }
        let isWritten = SystemFile.write(bytes, to: file)
        let code = errno
        close(file)
        guard isWritten else {
            unlink(incoming)
            throw Self.failure(incoming, "cannot be written", code)
        }
        let final = path(of: sha256)
        guard rename(incoming, final) == 0 else {
            throw Self.failure(final, "cannot be written")
        }
        unsynced.append(final)
    }

    /// Takes the file with this hash away, of which no row speaks any longer; the folder must be locked.
    ///
    /// One that cannot be removed stays as a file without a row, which a check names.
    func remove(_ sha256: String) { unlink(path(of: sha256)) }

    /// Waits until all files put so far are on the disk, and their names with them.
    ///
    /// `meanwhile` is called again and again until then; it takes its time each time, and says false when it has
    /// nothing to do.
    func sync(meanwhile: () throws(RecruitmentError) -> Bool = { () throws(RecruitmentError) in false })
        throws(RecruitmentError)
    {
        guard !unsynced.isEmpty else { return }
        #if os(Linux)
            // One flush of the file system instead of one for each file: an import brings thousands.
            let flush = try FileSystemFlush(descriptor)
            while !flush.isDone, try meanwhile() {}
            let code = flush.wait()
            guard code == 0 else {
                throw RecruitmentError(.io, "\(path): cannot be made durable: \(reason(code))")
            }
        #else
            for file in unsynced + folders.map({ "\(path)/\($0)" }) + [path] {
                let opened = open(file, O_RDONLY | O_CLOEXEC)
                guard opened >= 0 else { throw RecruitmentError(.io, "\(file): cannot be made durable: \(reason())") }
                let isSynced = fcntl(opened, F_FULLFSYNC) == 0 || fsync(opened) == 0
                close(opened)
                guard isSynced else { throw RecruitmentError(.io, "\(file): cannot be made durable: \(reason())") }
            }
        #endif
        unsynced.removeAll(keepingCapacity: true)
    }

    private func makeFolder(_ name: String) throws(RecruitmentError) {
        guard folders.insert(name).inserted else { return }
        guard mkdir("\(path)/\(name)", 0o700) == 0 || errno == EEXIST else {
            throw Self.failure("\(path)/\(name)", "cannot be made")
        }
    }

    private static func failure(_ path: String, _ what: String, _ code: Int32 = errno) -> RecruitmentError {
        switch code {
        case EACCES, EPERM, EROFS: RecruitmentError(.noPermission, "\(path): \(what): \(reason(code))")
        case ENOSPC, EDQUOT:
            RecruitmentError(.io, "\(path): \(what): \(reason(code)); free some space and run it again")
        default: RecruitmentError(.io, "\(path): \(what): \(reason(code))")
        }
    }
}
