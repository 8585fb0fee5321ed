internal import CSandbox

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Poppler's `pdftotext`, which reads a PDF in the place of this program.
///
/// It runs as `pdftotext -enc UTF-8 - -`: `-` was the fastest of `-`, `/dev/stdin` and a file name, and the only one
/// that opens nothing. It is not started but takes over this process, so that it costs no second process; the parent
/// sees its exit status and what it says on standard error, and reads both like this, in this order:
///
///     func outcome(status: Status, stderr: String) -> Outcome {
///         switch status {
///         case .signal(SIGALRM), .signal(SIGXCPU), .signal(SIGKILL): .tookTooLong
///         case .signal(SIGXFSZ): .tooMuchText
///         case .signal: .damaged                                  // a crash on hostile bytes
///         case .exit(0) where stderr.contains("Missing language pack"): .missing("poppler-data")
///         case .exit(0): .text                                    // warnings on stderr do not count
///         case .exit(1) where stderr.contains("Incorrect password"): .encrypted
///         case .exit(1), .exit(65): .damaged
///         case .exit(3): .encrypted                               // its author forbids copying
///         case .exit(69): .missing(stderr)                        // from this program: which package
///         case .exit(76): .unsupported(stderr)                    // from this program: what it is
///         default: .failed(stderr)                                // 99, 74, 127
///         }
///     }
///
/// "Missing language pack" comes with status 0 and text in which the Chinese is missing: never text, always a failure.
/// Each page ends with a form feed, the last one too.
enum PDFProgram {
    static let name = "pdftotext"

    /// Locks this process in and becomes `pdftotext`; returns only what hindered it.
    static func replaceThisProcess() -> ExtractionError {
        guard let program = ProgramSearch.path(of: name) else {
            return missing
        }
        lock(to: program)
        return become(program, environment: environment)
    }

    /// The same, but with a fork of `pdftotext` for each document that comes through the socket on descriptor 0.
    static func serveInPlaceOfThisProcess() -> ExtractionError {
        guard let program = ProgramSearch.path(of: name) else { return missing }
        guard let library = ForkLibrary.path() else {
            return ExtractionError(
                status: .missing, message: "\(ForkLibrary.name) is missing: put it beside recruitdb-extract")
        }
        lock(to: program, forkingWith: library)
        // As a descriptor: a path may hold what parts one library from the next.
        let file = open(library, O_RDONLY)
        return become(program, environment: environment + ["LD_PRELOAD=/proc/self/fd/\(file)"])
    }

    private static func become(_ program: String, environment: [String]) -> ExtractionError {
        _ = CStrings.with([name, "-enc", "UTF-8", "-", "-"]) { arguments in
            CStrings.with(environment) { environment in execve(program, arguments, environment) }
        }
        return ExtractionError(status: .missing, message: "\(program): \(String(cString: strerror(errno)))")
    }

    private static var missing: ExtractionError {
        ExtractionError(status: .missing, message: "pdftotext is missing: install poppler-utils (brew: poppler)")
    }

    /// Locks this process in so that it can read what the program needs, and start the program; with a library for
    /// forks the program may also fork.
    ///
    /// - Returns: the locks that took hold, as of `Limits.lockReader()`.
    @discardableResult
    static func lock(to program: String, forkingWith library: String? = nil) -> Int32 {
        csandbox_close_descriptors()
        csandbox_limit_file_size(UInt64(Limits.text))
        let executable = [program] + [ProgramSearch.interpreter(of: program)].compactMap { $0 }
        let libraries = ProgramSearch.libraries(beside: program) + [library].compactMap { $0 }
        return CStrings.with(readable + libraries) { readable in
            CStrings.with(executable) { executable in
                csandbox_lock_program(readable, executable, library == nil ? 0 : 1)
            }
        }
    }

    /// Nothing of the caller's: no preloaded library, and messages in English, which the parent reads.
    private static let environment = ["LC_ALL=C"]

    /// Where systems and package managers keep libraries, fonts and poppler's tables; nobody's papers lie there.
    private static let readable = [
        "/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/var/cache/fontconfig",
        "/nix/store", "/gnu/store", "/home/linuxbrew/.linuxbrew",
    ]
}
