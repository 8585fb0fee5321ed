/// What `recruitdb-sample database` was asked for.
struct DatabaseOptions {
    var applications = 0
    var seed: UInt64 = 1
    var output = ""

    /// Reads the arguments after the subcommand.
    static func parse(_ arguments: [String]) throws(Failure) -> DatabaseOptions {
        var options = DatabaseOptions()
        var left = arguments[...]
        while let argument = left.popFirst() {
            var name = argument == "-o" ? "--output" : argument
            var attached: String?
            if name.hasPrefix("--"), let equals = name.firstIndex(of: "=") {
                attached = String(name[name.index(after: equals)...])
                name = String(name[..<equals])
            }
            guard ["--applications", "--seed", "--output"].contains(name) else {
                throw usage("\(argument) is not an option of database.")
            }
            guard let value = attached ?? left.popFirst() else { throw usage("\(name) needs a value.") }
            switch name {
            case "--applications":
                guard let count = Int(value), (1...10_000_000).contains(count) else {
                    throw usage("--applications \(value): a number from 1 to 10000000 is needed.")
                }
                options.applications = count
            case "--seed":
                guard let number = UInt64(value) else {
                    throw usage("--seed \(value): a whole number from 0 to 18446744073709551615 is needed.")
                }
                options.seed = number
            default: options.output = value
            }
        }
        guard options.applications > 0 else { throw usage("--applications is missing: how many shall be made.") }
        guard !options.output.isEmpty else { throw usage("-o is missing: where the database shall be written.") }
        return options
    }

    private static func usage(_ sentence: String) -> Failure { Failure(code: .usage, sentence: sentence) }
}
