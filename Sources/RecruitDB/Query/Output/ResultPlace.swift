#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where a name leads, also when nothing is there yet.
struct ResultPlace {
    /// The path behind all symbolic links, as far as they can be followed.
    let path: String
    private let status: stat?

    /// The place that `path` names; a link to a file that is not there leads to where that file would be, as it does for
    /// the shell's `>` and sqlite3's `.output`.
    init(_ path: String) {
        var status = stat()
        let isThere = stat(path, &status) == 0
        self.status = isThere ? status : nil
        self.path = Self.real(path) ?? Self.following(path, links: 40)
    }

    /// Whether both are the same file, or would be.
    func isSame(as other: ResultPlace) -> Bool {
        guard let status, let known = other.status else {
            return status == nil && other.status == nil && path == other.path
        }
        return status.st_dev == known.st_dev && status.st_ino == known.st_ino
    }

    /// The folder of `path`.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
    }

    /// The path of a file that is not there: its folder's real one and its name, or where the link of that name leads.
    private static func following(_ path: String, links: Int) -> String {
        guard links > 0, let folder = real(folder(of: path)) else { return path }
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
        let place = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
        guard let target = target(of: place) else { return place }
        return following(target.hasPrefix("/") ? target : "\(folder)/\(target)", links: links - 1)
    }

    /// Whether links lead round in a circle.
    var isLoop: Bool { status == nil && Self.target(of: path) != nil }

    /// What the symbolic link at `path` says, nil where there is none.
    private static func target(of path: String) -> String? {
        var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = bytes.withUnsafeMutableBytes { space in
            space.withMemoryRebound(to: CChar.self) { space in
                space.baseAddress.map { readlink(path, $0, space.count) } ?? -1
            }
        }
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }

    private static func real(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
