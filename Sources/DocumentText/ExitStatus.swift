/// How a run of `recruitdb-extract` ended, in the numbers of sysexits.h where it has one.
///
/// A PDF is read by `pdftotext` in the place of this program, so that its numbers come too: 1 damaged or encrypted,
/// 3 the document forbids copying its text, 99 anything else.
enum ExitStatus: Int32 {
    case done = 0
    /// The answer of `--probe=reader` or `--probe=program` is no: something got through.
    case no = 1
    case usage = 64
    /// Damaged, encrypted, or not what its type says.
    case damaged = 65
    /// A program or a charset that is needed is missing.
    case missing = 69
    case inputOutput = 74
    /// A whole document, of a kind that this program does not read.
    case unsupported = 76
}

/// Why a document gave no text, in one sentence for standard error.
struct ExtractionError: Error {
    let status: ExitStatus
    let message: String

    static func damaged(_ message: String) -> ExtractionError {
        ExtractionError(status: .damaged, message: message)
    }
}
