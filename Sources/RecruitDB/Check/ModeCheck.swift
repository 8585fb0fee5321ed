#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whether others on this machine can read the database or the papers.
struct ModeCheck {
    let path: String
    let folder: String

    func findings() -> [Finding] {
        [(path, "600"), (path + "-wal", "600"), (path + "-shm", "600"), (folder, "700")].compactMap { path, mode in
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return nil }
            return Finding(.error, path, "others on this machine may open it", advice: "chmod \(mode) \(path)")
        }
    }
}
