import Testing

@testable import RecruitDB
@testable import RecruitDBCLI

private let references = Argument("ref", "", .oneOrMore)
private let stage = Argument("stage", "")
private let reason = Option("reason", letter: "r", value: "code", "")
private let pair = Option("pair", letter: "p", value: "name=value", repeats: true, "")
private let all = Flag("all", letter: "a", "")
private let brief = Flag("brief", letter: "b", "")
private let move = Specification(
    "", arguments: [references, stage], options: [reason, pair], flags: [all, brief])

/// What the parser makes of `words`, one line each, or the error's sentence.
private func parsed(_ words: [String]) -> String {
    do {
        var parser = ArgumentParser(move, command: "recruitdb move")
        let (parsed, _) = try parser.read(words[...])
        let arguments = try move.assign(parsed.positional, command: "recruitdb move")
        return
            (parsed.flags.map { "--\($0)" } + parsed.options.map { "--\($0.name)=\($0.word)" }
            + arguments.map { "<\($0.name)> \($0.word)" }).joined(separator: ", ")
    } catch let error as RecruitmentError {
        return error.message
    } catch {
        return "\(error)"
    }
}

@Test(arguments: [
    (["A", "screening"], "<ref> A, <stage> screening"),
    (["A", "B", "C", "screening"], "<ref> A, <ref> B, <ref> C, <stage> screening"),
    (["A", "--reason", "late", "s"], "--reason=late, <ref> A, <stage> s"),
    (["A", "--reason=a=b", "s"], "--reason=a=b, <ref> A, <stage> s"),
    (["A", "--reason=", "s"], "--reason=, <ref> A, <stage> s"),
    (["A", "-r", "late", "s"], "--reason=late, <ref> A, <stage> s"),
    (["A", "-rlate", "s"], "--reason=late, <ref> A, <stage> s"),
    (["A", "-r=late", "s"], "--reason=late, <ref> A, <stage> s"),
    (["A", "-p", "x=-1", "-py=2", "s"], "--pair=x=-1, --pair=y=2, <ref> A, <stage> s"),
    (["-ab", "A", "s"], "--all, --brief, <ref> A, <stage> s"),
    (["-abr", "x", "A", "s"], "--all, --brief, --reason=x, <ref> A, <stage> s"),
    (["--all", "--", "--reason", "-s"], "--all, <ref> --reason, <stage> -s"),
    (["-", "s"], "<ref> -, <stage> s"),
    (["-- a comment\nSELECT 1", "s"], "<ref> -- a comment\nSELECT 1, <stage> s"),
    (["-d", "x.db", "A", "s"], "--database=x.db, <ref> A, <stage> s"),
    (["--help"], "<ref> is missing (see 'recruitdb move --help')"),
    (["A"], "<ref> is missing (see 'recruitdb move --help')"),
    ([], "<ref> is missing (see 'recruitdb move --help')"),
    (["--reson", "x"], "unknown option '--reson'; did you mean '--reason'? (see 'recruitdb move --help')"),
    (["--nothing-like-it"], "unknown option '--nothing-like-it' (see 'recruitdb move --help')"),
    (["-x"], "unknown option '-x' (see 'recruitdb move --help')"),
    (["A", "s", "--reason"], "--reason needs a value: --reason <code> (see 'recruitdb move --help')"),
    (["--reason", "--all", "A", "s"], "--reason needs a value: --reason <code> (see 'recruitdb move --help')"),
    (["--all=yes", "A", "s"], "--all takes no value (see 'recruitdb move --help')"),
    (["-r", "1", "-r", "2", "A", "s"], "--reason is given twice (see 'recruitdb move --help')"),
])
func `words are sorted by the conventions`(words: [String], result: String) {
    #expect(parsed(words) == result)
}

@Test func `a word too many is refused`() {
    let specification = Specification("", arguments: [Argument("file", "", .optional)])
    #expect(throws: RecruitmentError(.usage, "unexpected word 'b' (see 'recruitdb x --help')")) {
        try specification.assign(["a", "b"], command: "recruitdb x")
    }
}

@Test(arguments: [
    ("formt", "format"), ("fromat", "format"), ("qurey", "query"), ("cvs", "csv"), ("zzz", nil), ("", nil),
    (String(repeating: "x", count: 500), nil),
])
func `a misspelt word has a suggestion`(word: String, meant: String?) {
    #expect(Suggestion.nearest(["format", "query", "csv", "json"], to: word) == meant)
}

@Test func `every command has help with an example, and says what it takes in order`() throws {
    for command in Root.subcommands + Root.subcommands.flatMap({ $0.subcommands }) {
        let specification = command.specification
        let help = HelpText(command, path: "recruitdb \(command.name)").text
        #expect(!specification.abstract.isEmpty && !specification.abstract.hasSuffix("."), "\(command.name)")
        #expect(!specification.examples.isEmpty || !command.subcommands.isEmpty, "\(command.name) has no example")
        #expect(help.contains("USAGE: recruitdb \(command.name)"))
        #expect(specification.arguments.count { $0.isRepeating } <= 1, "\(command.name)")
        for name in specification.options.map(\.name) + specification.flags.map(\.name) {
            #expect(help.contains("--\(name)"))
        }
    }
}

@Test func `the help of --format names every format`() {
    for format in ListingFormat.allCases { #expect(Option.format.help.contains(format.rawValue)) }
}
