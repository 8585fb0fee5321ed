import MailMessage
import RecruitDB

/// What the mail reader sees.
struct Inspect: Command {
    static let name = "inspect"
    static let file = Argument("file", "a message (.eml), or - for standard input")
    static let specification = Specification(
        "Shows what the mail reader sees in a message, as JSON; needs no database",
        discussion: "Broken mail is mail: what was broken and mended stands in defects.",
        arguments: [file], examples: ["recruitdb inspect application.eml"])

    func run(_ invocation: Invocation) throws {
        invocation.print(bytes: inspectJSON(try readMessage(at: invocation.word(Self.file))))
    }
}
