#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file of a database while rows are read from it: then no program that asks SQLite writes to it.
///
/// One that does not ask, such as `cp` over the file, mixes the rows of two databases, and SQLite may find nothing wrong
/// with them. The file's size and time tell. Where a -wal holds changes they do not: a checkpoint may move them into the
/// file at any time, without harm.
struct UnchangedFile {
    private let name: String
    private let path: String
    private let before: stat

    /// The file as it is while a lock is held; nil where its size and time may change.
    init?(_ path: String) {
        var status = stat()
        // Beside what a link points at lies the -wal; a name that is not there has none, and no guard.
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        name = SQLExcerpt.visible(path, limit: 200)
        self.path = String(cString: real)
        if stat(self.path + "-wal", &status) == 0, status.st_size > 0 { return nil }
        guard stat(self.path, &status) == 0 else { return nil }
        before = status
    }

    /// Throws where somebody has written to the file; one that was removed or replaced by another is still read whole.
    func check() throws(RecruitmentError) {
        var now = stat()
        guard stat(path, &now) == 0, now.st_ino == before.st_ino, now.st_dev == before.st_dev,
            now.st_size != before.st_size || now.modification != before.modification
        else { return }
        throw RecruitmentError(
            .busy,
            "\(name) was overwritten while it was read, past SQLite's locks: these rows may "
                + "be of two databases; ask again, and copy a database with sqlite3's .backup or by a new name and mv")
    }
}

extension stat {
    /// When the bytes changed last.
    fileprivate var modification: SIMD2<Int> {
        #if canImport(Darwin)
            SIMD2(st_mtimespec.tv_sec, st_mtimespec.tv_nsec)
        #else
            SIMD2(st_mtim.tv_sec, st_mtim.tv_nsec)
        #endif
    }
}
