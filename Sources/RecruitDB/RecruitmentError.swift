/// Why something was refused or failed, as one sentence for the person who asked.
///
/// The message names the file, the line or the value and says what to do. It never holds a bound value: applicants'
/// data must not reach logs.
public struct RecruitmentError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What sort of trouble it is; the command line turns each into an exit code of sysexits.h.
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// The answer is no: a check found something.
        case no
        /// The words of the command are wrong.
        case usage
        /// The input is there and is not what it should be.
        case badData
        /// The input is not there.
        case noInput
        /// A program that is needed is not installed.
        case missingProgram
        /// A mistake of the program itself.
        case internalError
        /// A file or folder cannot be made.
        case cannotCreate
        /// Reading or writing failed, or the disk is full.
        case io
        /// Someone else holds the file; the same again may succeed.
        case busy
        /// The operation is not permitted.
        case noPermission
        /// The person stopped it.
        case interrupted
    }

    /// What sort of trouble it is.
    public let kind: Kind
    /// A whole sentence: what failed, where, and what to do.
    public let message: String

    /// An error of `kind` that says `message`.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// The message.
    public var description: String { message }
}
