#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of results that appears whole or not at all.
///
/// It is written under another name in the same folder, readable by its owner only (mode 0600). `commit()` makes it
/// durable and gives it its name in one step; without that it goes, and a file that was there keeps its bytes. What is
/// no file, such as a pipe or `/dev/stdout`, is written straight. What a killed program left in the folder is removed.
public final class ResultFile {
    /// The path as it was given.
    public let path: String
    /// Where to write.
    public let descriptor: Int32
    /// The name that it has until `commit()`, nil for what is written straight.
    public let draft: String?
    private let target: String
    private var isOpen = true

    /// Begins the file at `path`.
    ///
    /// - Parameters:
    ///   - path: where it will be; a symbolic link stays one, and what it names is made or replaced.
    ///   - others: paths that it must not be, whether something is there or not, such as those of a database.
    ///   - inputs: files that are read for the results, and must not be replaced by them.
    /// - Throws: `RecruitmentError`: usage for a path of `others` or `inputs`, cannotCreate for a folder or where nothing
    ///   may be made, noPermission for a file that may not be written, io for a full disk.
    public init(path: String, apartFrom others: [String] = [], reading inputs: [String] = []) throws {
        self.path = path
        let name = SQLExcerpt.visible(path, limit: 200)
        let place = ResultPlace(path)
        if others.contains(where: { place.isSame(as: ResultPlace($0)) }) {
            throw RecruitmentError(
                .usage,
                "\(name) is the database itself, or a file of SQLite's beside it; name another file for the results")
        }
        if inputs.contains(where: { place.isSame(as: ResultPlace($0)) }) {
            throw RecruitmentError(
                .usage, "\(name) is read to answer this, and would be replaced; name another file for the results")
        }
        var status = stat()
        let isThere = stat(path, &status) == 0
        if isThere { try Self.check(status, name, path) }
        // A name such as /dev/fd/3 may lead to a file that somebody has open: it is not to be replaced under them.
        if isThere, status.st_mode & S_IFMT != S_IFREG || path.hasPrefix("/dev/") || path.hasPrefix("/proc/") {
            target = path
            draft = nil
            descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY)
            guard descriptor >= 0 else { throw Self.failure(name, errno) }
            return
        }
        guard !place.isLoop else { throw Self.failure(name, ELOOP) }
        target = place.path
        let folder = ResultPlace.folder(of: target)
        ResultDraft.sweep(folder)
        let made = ResultDraft.make(in: folder)
        guard made.descriptor >= 0 else { throw Self.failure(name, errno) }
        (draft, descriptor) = (made.path, made.descriptor)
        // Whatever the umask: only its owner.
        if fchmod(descriptor, 0o600) != 0 { throw failure(errno) }
    }

    deinit { discard() }

    /// Makes the bytes durable and gives the file its name; what was written elsewhere by name counts as well.
    ///
    /// - Throws: `RecruitmentError` of kind io; nothing has changed then.
    public func commit() throws {
        guard isOpen, let draft else { return discard() }
        guard fsync(descriptor) == 0 || errno == EINVAL, rename(draft, target) == 0 else {
            let code = errno
            discard()
            throw failure(code)
        }
        isOpen = false
        close(descriptor)
        let folder = open(ResultPlace.folder(of: target), O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        // The name is there; where a folder cannot be flushed, no other way is left to make it durable.
        _ = fsync(folder)
        close(folder)
    }

    /// Takes away what was written; a file that was there stays as it is.
    public func discard() {
        guard isOpen else { return }
        isOpen = false
        close(descriptor)
        if let draft { unlink(draft) }
    }

    /// The error that says that the file cannot be written for the reason `code`, an errno.
    public func failure(_ code: Int32) -> RecruitmentError {
        let rest = draft == nil ? "" : "; nothing was changed, free some space or name another place"
        let name = SQLExcerpt.visible(path, limit: 200)
        return RecruitmentError(.io, "\(name) cannot be written: \(reason(code))\(rest)")
    }

    private static func check(_ status: stat, _ name: String, _ path: String) throws {
        if status.st_mode & S_IFMT == S_IFDIR {
            let slash = path.hasSuffix("/") ? "" : "/"
            throw RecruitmentError(
                .cannotCreate, "\(name) is a folder; name a file in it, such as \(name)\(slash)results.csv")
        }
        guard access(path, W_OK) == 0 else {
            throw RecruitmentError(.noPermission, "\(name) may not be written: \(reason())")
        }
    }

    private static func failure(_ name: String, _ code: Int32) -> RecruitmentError {
        let why = code == ENOENT ? "its folder is not there; make it first" : reason(code)
        return RecruitmentError(
            code == ENOSPC || code == EDQUOT ? .io : .cannotCreate, "\(name) cannot be made: \(why)")
    }
}
