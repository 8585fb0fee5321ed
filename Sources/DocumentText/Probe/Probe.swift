internal import CArchive
internal import CSandbox
internal import CXML2

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What this machine offers, for `recruitdb check`.
enum Probe {
    /// The version of what this program makes of the same bytes: a higher one means that texts are worth redoing.
    static let extractor = 1

    /// Returns lines `name: value`; a value that begins with "missing" says what to install.
    static func report() -> String {
        let landlock = csandbox_landlock_version()
        let charsets = Charset.allCases.filter { $0 != .utf8 }.map { charset in
            "charset \(charset.rawValue): \((try? CharsetConverter(from: charset)) == nil ? "missing" : "yes")"
        }
        let lines = [
            "extractor: \(extractor)",
            "pdftotext: \(pdftotext())",
            "poppler-data: \(popplerData() ?? "missing: install poppler-data, without it Chinese PDFs give no text")",
            "forks: \(ForkLibrary.path() ?? "no: \(ForkLibrary.name) is not there, each PDF has a pdftotext of its own")",
            "landlock: \(landlock > 0 ? "\(landlock)" : "missing in this kernel")",
            "seccomp: \(csandbox_has_seccomp() != 0 ? "yes" : "missing in this kernel")",
            "libarchive: \(string(archive_version_string()))",
            "libxml2: \(LIBXML_DOTTED_VERSION)",
        ]
        return (lines + charsets).joined(separator: "\n") + "\n"
    }

    private static func string(_ text: UnsafePointer<CChar>?) -> String {
        text.map { String(cString: $0) } ?? "unknown"
    }

    private static func pdftotext() -> String {
        guard let path = ProgramSearch.path(of: PDFProgram.name) else { return "missing: install poppler-utils" }
        let line = ProgramOutput.firstLine(of: path, ["-v"]) ?? "no answer"
        return "\(line.split(separator: " ").last ?? "no answer") \(path)"
    }

    /// Poppler's tables of Chinese, Japanese and Korean characters; the place is built into it.
    private static func popplerData() -> String? {
        ["/usr/share/poppler", "/usr/local/share/poppler", "/opt/homebrew/share/poppler"].first { folder in
            access(folder + "/cMap/Adobe-GB1", R_OK) == 0
        }
    }
}
