#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where a program is, and what it needs to start.
enum ProgramSearch {
    /// Returns the absolute path of an executable file in the folders of `PATH`; nil when it is in none of them.
    ///
    /// Folders that are not absolute are passed over: the current one may be a stranger's.
    static func path(of name: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"
        for folder in folders.utf8.split(separator: UInt8(ascii: ":")) where folder.first == UInt8(ascii: "/") {
            let path = String(decoding: folder, as: UTF8.self) + "/" + name
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 { return path }
        }
        return nil
    }

    /// Folders that hold a program's own libraries and tables when it is installed apart from the system.
    static func libraries(beside program: String) -> [String] {
        guard !program.hasPrefix("/usr/bin/"), let resolved = realpath(program, nil) else { return [] }
        defer { free(resolved) }
        let folders = String(cString: resolved).utf8.split(separator: UInt8(ascii: "/")).dropLast(2)
        let prefix = folders.reduce(into: "") { $0 += "/" + String(decoding: $1, as: UTF8.self) }
        return ["/lib", "/lib64", "/share/poppler"].map { prefix + $0 }
    }

    /// Returns the dynamic loader that the kernel starts for a program, from its program header PT_INTERP (elf(5)).
    ///
    /// Nil for one that needs none, for a script, and where programs are not 64-bit little-endian ELF.
    static func interpreter(of program: String) -> String? {
        let file = open(program, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            count = max(pread(file, buffer.baseAddress, 4096, 0), 0)
        }
        return interpreter(inELF: bytes)
    }

    private static func interpreter(inELF bytes: [UInt8]) -> String? {
        func number(_ offset: Int, _ width: Int) -> Int? {
            guard offset >= 0, offset <= bytes.count - width else { return nil }
            return bytes[offset..<offset + width].reversed().reduce(0) { ($0 & 0xFF_FFFF) << 8 | Int($1) }
        }
        guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]),
            let table = number(32, 4), let entry = number(54, 2), let count = number(56, 2)
        else { return nil }
        for index in 0..<min(count, 64) {
            let header = table + index * entry
            guard number(header, 4) == 3 else { continue }
            guard let start = number(header + 8, 4), let size = number(header + 32, 4),
                start >= 0, size > 0, start <= bytes.count - size
            else { return nil }
            return String(decoding: bytes[start..<start + size].prefix { $0 != 0 }, as: UTF8.self)
        }
        return nil
    }
}
