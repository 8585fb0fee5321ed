#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program `recruitdb-extract`, which turns one document into text, locked in.
final class ExtractionProgram {
    static let name = "recruitdb-extract"

    /// The path of the program.
    let path: String
    private var answers: [String: String]?

    /// The program at `path`, whether it is there or not.
    init(path: String) { self.path = path }

    /// The program beside the running one, else in `../libexec` or in a folder of `PATH`; nil where it is in none.
    static func find() -> ExtractionProgram? {
        var folders: [String] = []
        if let own = pathOfRunningProgram(), let slash = own.utf8.lastIndex(of: UInt8(ascii: "/")) {
            let folder = String(own[..<slash])
            folders += [folder, "\(folder)/../libexec"]
        }
        // A relative folder would start whatever lies where the person happens to stand.
        folders += searchPath.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        return folders.lazy.map { "\($0)/\(name)" }.first(where: isExecutable).map { ExtractionProgram(path: $0) }
    }

    /// What it says of itself and of what it needs (`--probe`): `extractor`, `pdftotext`, `poppler-data` and others.
    ///
    /// It is asked once; a program that cannot be started says nothing.
    func probe() -> [String: String] {
        if let answers { return answers }
        var found: [String: String] = [:]
        for line in ask(["--probe"]).split(separator: "\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { continue }
            found[String(halves[0])] = String(halves[1].drop { $0 == " " })
        }
        answers = found
        return found
    }

    /// Its name and version and that of `pdftotext`: `recruitdb-extract 1, pdftotext 22.12.0`.
    func tool() -> String {
        let answers = probe()
        let own = answers["extractor"].map { "\(Self.name) \($0)" } ?? Self.name
        guard let version = answers["pdftotext"]?.split(separator: " ").first, version != "missing:" else { return own }
        return "\(own), pdftotext \(version)"
    }

    private func ask(_ arguments: [String]) -> String {
        var limits = ExtractionLimits()
        limits.milliseconds = 5000
        limits.output = 1 << 16
        let nothing = ExtractionPool.Document(id: 0, path: "/dev/null")
        guard let process = try? ExtractionProcess(nothing, program: self, arguments: arguments, limits: limits) else {
            return ""
        }
        return process.finish(limits) == .exit(0) ? String(decoding: process.output, as: UTF8.self) : ""
    }

    /// All that the program and what it starts get as an environment.
    static var environment: [String] { ["PATH=\(searchPath)", "LC_ALL=C.UTF-8"] }

    private static var searchPath: String {
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

/// Lists of C strings as exec(2) takes them.
enum CStringList {
    /// Lends `strings`, ended by a null pointer, for the time of a call.
    static func with<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var list = strings.map { strdup($0) }
        list.append(nil)
        defer { for string in list { free(string) } }
        return list.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return body([nil]) }
            return body(start)
        }
    }
}
