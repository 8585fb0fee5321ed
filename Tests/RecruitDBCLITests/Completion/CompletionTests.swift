import Foundation
import Testing

@Suite struct CompletionTests {
    private let scratch: Scratch
    private let database: URL

    init() throws {
        scratch = try Scratch()
        database = try scratch.sample()
    }

    @Test(arguments: [
        (["q"], ["query"]), (["import", ""], ["call", "mail"]), (["inbox", "d"], ["dismiss"]),
        (["query", "--f"], ["--file", "--format"]), (["query", "--format", "m"], ["markdown"]),
        (["applications", "--stage", "rej"], ["rejected"]), (["search", "x", "--position", "phd"], ["phd"]),
        (["move", "A-2027-0001", "screen"], ["screening"]), (["query", "application_f"], ["application_facts"]),
        (["query", "missing-d"], ["missing-documents"]), (["help", "mig"], ["migrate"]),
        (["completion", "z"], ["zsh"]), (["-d", "x.db", "mig"], ["migrate"]),
        (["query", "--", "--f"], []), (["nonsense", "x"], []), (["inspect", ""], ["\t"]),
        (["query", "-f", ""], ["\t"]), (["-d", "no such.db", "applications", "--stage", ""], []),
    ])
    func `what may stand at the cursor is told, also from the database`(words: [String], expected: [String]) throws {
        let answer = try Binary.run(["completion", "--candidates", "--"] + words, database: database)
        #expect(answer.status == 0, "\(answer.error)")
        let lines = answer.text.split(separator: "\n").map(String.init)
        #expect(lines.map { $0 == "\t" ? $0 : String($0.prefix { $0 != "\t" }) } == expected)
    }

    @Test func `bash completes with the script`() throws {
        let script = scratch.folder.appending(path: "recruitdb.bash")
        try Binary.run("completion", "bash").output.write(to: script)
        let recruitdb = Binary.folder.appending(path: "recruitdb").path
        let ask = """
            source "$1"; COMP_WORDS=("$2" applications --position p); COMP_CWORD=3; _recruitdb; echo "${COMPREPLY[@]}"
            COMP_WORDS=("$2" import ''); COMP_CWORD=2; _recruitdb; echo "${COMPREPLY[@]}"; complete -p recruitdb
            """
        let answer = try Binary.run(
            program: "bash", ["-c", ask, "bash", script.path, recruitdb],
            environment: ["RECRUITDB_DATABASE": database.path])
        #expect(answer.text == "phd postdoc\ncall mail\ncomplete -F _recruitdb recruitdb\n", "\(answer.error)")
    }

    @Test func `an unknown shell is an error that names those there are`() throws {
        let answer = try Binary.run("completion", "tcsh")
        #expect(answer.status == 64)
        #expect(answer.error.contains("bash, zsh, fish"))
    }

    @Test func `every command has a manual page of the words of its help`() throws {
        let names = try Binary.run(["completion", "--candidates", "--", ""]).text.split(separator: "\n")
            .map { String($0.prefix { $0 != "\t" }) }
        #expect(names.count > 10)
        for name in names {
            let (page, help) = (try Binary.run("help", "--man", name).text, try Binary.run("help", name).text)
            #expect(page.hasPrefix(".TH \"RECRUITDB\\-\(name.uppercased())\" 1 "))
            #expect(page.contains(".SH SYNOPSIS\n.B recruitdb \(name)\n"))
            // Each option of the help stands there, too.
            for option in help.matches(of: /\n  (?:-., )?--([a-z-]+)/) {
                let spelling = "\\-\\-" + option.1.replacing("-", with: "\\-")
                #expect(page.contains(spelling), "\(name): \(option.1)")
            }
            // What begins with a dot is a request of roff's, and only such are there.
            let requests = page.split(separator: "\n").filter { $0.hasPrefix(".") }.map { $0.prefix { $0 != " " } }
            #expect(Set(requests).isSubset(of: [".TH", ".SH", ".B", ".TP", ".PP", ".nf", ".fi"]), "\(name)")
        }
    }
}
