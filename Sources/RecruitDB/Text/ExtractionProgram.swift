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

    /// The installed program, nil where there is none.
    static func find() -> ExtractionProgram? { InstalledProgram.find(name).map { ExtractionProgram(path: $0) } }

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
    static var environment: [String] { ["PATH=\(InstalledProgram.searchPath)", "LC_ALL=C.UTF-8"] }
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
