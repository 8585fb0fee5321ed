internal import CSandbox

/// What one document may cost.
enum Limits {
    /// Seconds, of the processor and on the wall clock, unless `--seconds` says otherwise.
    static let seconds: UInt32 = 20
    /// Bytes of address space; poppler maps about 60 MB before it reads anything.
    static let addressSpace: UInt64 = 1 << 30
    /// Bytes of a document that is read into memory.
    static let document = 128 << 20
    /// Bytes of text, and of a file that standard output leads to.
    static let text = 16 << 20
    /// Entries of a ZIP archive.
    static let entries = 10_000
    /// Bytes of all parts that are unpacked from one archive.
    static let unpacked = 64 << 20
    /// Times its own size that an archive may grow, once it is past `unpackedFreely`; deflate ends at 1,032.
    static let unpackedRatio = 100
    /// Bytes up to which the ratio does not matter.
    static let unpackedFreely = 8 << 20

    /// Sets the limits of the whole run; none on the wall clock for 0.
    static func set(seconds: UInt32, onWallClock wallSeconds: UInt32? = nil) {
        csandbox_limit_run(seconds, wallSeconds ?? seconds, addressSpace)
    }

    /// Locks this process in under the strict profile.
    ///
    /// After it nothing can be opened, started or connected.
    ///
    /// - Returns: the locks that took hold, bits of `CSANDBOX_LANDLOCK` and `CSANDBOX_SECCOMP`.
    @discardableResult
    static func lockReader() -> Int32 {
        csandbox_close_descriptors()
        csandbox_limit_file_size(UInt64(text))
        return csandbox_lock_reader()
    }
}
