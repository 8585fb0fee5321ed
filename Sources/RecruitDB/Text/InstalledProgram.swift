#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The programs of this project that the others start.
enum InstalledProgram {
    /// The path of the program `name` beside the running one, else in `../libexec` or in a folder of `PATH`; nil where it
    /// is in none.
    static func find(_ name: String) -> String? {
        var folders: [String] = []
        if let own = pathOfRunningProgram(), let slash = own.utf8.lastIndex(of: UInt8(ascii: "/")) {
            let folder = String(own[..<slash])
            folders += [folder, "\(folder)/../libexec"]
        }
        // A relative folder would start whatever lies where the person happens to stand.
        folders += searchPath.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        return folders.lazy.map { "\($0)/\(name)" }.first(where: isExecutable)
    }

    /// The folders of `PATH`, else the usual ones.
    static var searchPath: String {
        getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    }

    private static func isExecutable(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    private static func pathOfRunningProgram() -> String? {
        #if os(Linux)
            var path = [UInt8](repeating: 0, count: 4096)
            let count = path.withUnsafeMutableBytes { buffer in
                buffer.baseAddress.map { readlink("/proc/self/exe", $0, buffer.count) } ?? 0
            }
            return count > 0 ? String(decoding: path[..<count], as: UTF8.self) : nil
        #else
            var size: UInt32 = 4096
            var path = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&path, &size) == 0, let resolved = realpath(path, nil) else { return nil }
            defer { free(resolved) }
            return String(cString: resolved)
        #endif
    }
}
