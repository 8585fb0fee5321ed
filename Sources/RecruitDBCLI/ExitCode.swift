import RecruitDB

/// What the program says to the shell, in the numbers of sysexits.h.
enum ExitCode: Int32 {
    case done = 0
    case no = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case missingProgram = 69
    case internalError = 70
    case cannotCreate = 73
    case io = 74
    case busy = 75
    case noPermission = 77
    case interrupted = 130

    /// The code of an error of `kind`.
    init(_ kind: RecruitmentError.Kind) {
        self =
            switch kind {
            case .no: .no
            case .usage: .usage
            case .badData: .badData
            case .noInput: .noInput
            case .missingProgram: .missingProgram
            case .internalError: .internalError
            case .cannotCreate: .cannotCreate
            case .io: .io
            case .busy: .busy
            case .noPermission: .noPermission
            case .interrupted: .interrupted
            }
    }
}
