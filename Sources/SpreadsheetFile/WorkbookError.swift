#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why no workbook was made: the exit code in the numbers of sysexits.h, and the end of a sentence.
enum WorkbookError: Error {
    /// The rows do not fit into a workbook.
    case badData(String)
    /// Reading or writing failed.
    case io(String)
    /// Whoever sent the rows ended before they did, and knows why.
    case incomplete

    var status: Int32 {
        switch self {
        case .badData: 65
        case .io: 74
        case .incomplete: 70
        }
    }

    /// Says it on standard error, as one line.
    func say() {
        let text: String =
            switch self {
            case .badData(let reason), .io(let reason): reason
            case .incomplete: "the rows end before their end"
            }
        var line = "recruitdb-xlsx: \(text)\n"
        line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
