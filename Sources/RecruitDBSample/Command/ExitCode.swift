/// How the program ends, after sysexits.h.
enum ExitCode: Int32 {
    case done = 0
    case usage = 64
    case missingProgram = 69
    case cannotCreate = 73
    case inputOutput = 74
}

/// An error that ends the program with one sentence.
struct Failure: Error {
    let code: ExitCode
    let sentence: String
}
