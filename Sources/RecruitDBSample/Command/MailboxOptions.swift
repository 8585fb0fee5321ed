/// In which shape the messages are written.
enum MailboxFormat: String, CaseIterable {
    case mbox, maildir, eml
}

/// What `recruitdb-sample mailbox` was asked for.
struct MailboxOptions {
    var messages = 0
    var seed: UInt64 = 1
    var output = ""
    var truthPath: String?
    var format = MailboxFormat.mbox
    var rich = false
    /// The bytes that a message has on average; nil writes small ones.
    var averageSize: Int?

    /// Reads the arguments after the subcommand.
    static func parse(_ arguments: [String]) throws(Failure) -> MailboxOptions {
        var options = MailboxOptions()
        var left = arguments[...]
        var seen: Set<String> = []
        while let argument = left.popFirst() {
            var name = argument == "-o" ? "--output" : argument
            var attached: String?
            if name.hasPrefix("--"), let equals = name.firstIndex(of: "=") {
                attached = String(name[name.index(after: equals)...])
                name = String(name[..<equals])
            }
            if name == "--rich", attached == nil {
                options.rich = true
                continue
            }
            guard valued.contains(name) else { throw usage("\(argument) is not an option of mailbox.") }
            guard seen.insert(name).inserted else { throw usage("\(name) stands there twice.") }
            guard let value = attached ?? left.popFirst() else { throw usage("\(name) needs a value.") }
            try options.set(name, value)
        }
        guard seen.contains("--messages") else { throw usage("--messages is missing: how many shall be made.") }
        guard seen.contains("--output") else { throw usage("-o is missing: where the mailbox shall be written.") }
        guard options.truthPath != options.output else { throw usage("--truth and -o name the same file.") }
        return options
    }

    private static let valued: Set<String> = [
        "--messages", "--seed", "--output", "--truth", "--format", "--average-size",
    ]

    private mutating func set(_ name: String, _ value: String) throws(Failure) {
        switch name {
        case "--messages":
            guard let count = Int(value), (1...10_000_000).contains(count) else {
                throw MailboxOptions.usage("--messages \(value): a number from 1 to 10000000 is needed.")
            }
            messages = count
        case "--seed":
            guard let number = UInt64(value) else {
                throw MailboxOptions.usage("--seed \(value): a whole number from 0 to 18446744073709551615 is needed.")
            }
            seed = number
        case "--output", "--truth":
            guard !value.isEmpty else { throw MailboxOptions.usage("\(name) needs the name of a file.") }
            if name == "--output" { output = value } else { truthPath = value }
        case "--format":
            guard let known = MailboxFormat(rawValue: value) else {
                throw MailboxOptions.usage("--format \(value): it is one of mbox, maildir, eml.")
            }
            format = known
        default:
            guard let size = MailboxOptions.bytes(value), (1...16_000_000).contains(size) else {
                throw MailboxOptions.usage("--average-size \(value): a size such as 280KB is needed, at most 16MB.")
            }
            averageSize = size
        }
    }

    /// Returns the bytes of a size such as 4096, 280KB or 1MB.
    private static func bytes(_ text: String) -> Int? {
        let units = [("KiB", 1024), ("MiB", 1_048_576), ("KB", 1000), ("MB", 1_000_000), ("B", 1)]
        for (unit, factor) in units where text.hasSuffix(unit) {
            guard let number = Int(text.dropLast(unit.count)) else { return nil }
            let (size, overflow) = number.multipliedReportingOverflow(by: factor)
            return overflow ? nil : size
        }
        return Int(text)
    }

    private static func usage(_ sentence: String) -> Failure { Failure(code: .usage, sentence: sentence) }
}
