import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whether each row of a file has its bytes in the folder, and the bytes their hash.
struct FileCheck {
    let connection: Connection
    let store: DocumentStore
    let readsFiles: Bool

    func findings() throws -> [Finding] {
        var findings: [Finding] = []
        var known: Set<String> = []
        try connection.forEach(
            "SELECT f.id, f.byte_size, h.sha256 FROM files f LEFT JOIN file_hashes h ON h.file_id = f.id"
        ) { row in
            let id = try row.int64(0)
            guard let sha256 = try row.textOrNil(2) else {
                findings.append(
                    Finding(.error, "files row \(id)", "has no hash", advice: "restore a copy of the database"))
                return
            }
            known.insert(sha256)
            if let problem = problem(of: sha256, byteSize: try row.int64(1)) {
                findings.append(
                    Finding(
                        .error, store.path(of: sha256), problem,
                        advice: "restore it from a copy of the folder, or import the mail again into a new database"))
            }
        }
        return findings + garbage(besides: known)
    }

    private func problem(of sha256: String, byteSize: Int64) -> String? {
        var status = stat()
        guard lstat(store.path(of: sha256), &status) == 0 else { return "is not in the folder, though a row names it" }
        guard Int64(status.st_size) == byteSize else { return "has \(status.st_size) bytes instead of \(byteSize)" }
        guard readsFiles else { return nil }
        do {
            return SHA256.hex(of: try store.read(sha256)) == sha256 ? nil : "its bytes are not those of its name"
        } catch { return error.message }
    }

    /// Files that no row names: what an interrupted import leaves, after an hour.
    private func garbage(besides known: Set<String>) -> [Finding] {
        let anHourAgo = Timestamp.now.secondsSince1970 - 3600
        var findings: [Finding] = []
        for folder in SystemFolder.names(in: store.path) {
            var status = stat()
            let isFolder = lstat("\(store.path)/\(folder)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            for name in isFolder ? SystemFolder.names(in: "\(store.path)/\(folder)") : [""]
            where folder == "incoming" || !known.contains(folder + name) {
                let path = "\(store.path)/\(folder)\(isFolder ? "/\(name)" : "")"
                guard lstat(path, &status) == 0, Int64(status.modifiedAt) < anHourAgo else { continue }
                findings.append(
                    Finding(
                        .warning, path, "belongs to no row", advice: "an interrupted import left it; it may be deleted")
                )
            }
        }
        return findings
    }
}

extension stat {
    /// Seconds since 1970 of the last change of the bytes.
    fileprivate var modifiedAt: Int {
        #if canImport(Darwin)
            st_mtimespec.tv_sec
        #else
            st_mtim.tv_sec
        #endif
    }
}
