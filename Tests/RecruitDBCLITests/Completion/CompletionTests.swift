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
        (["q"], ["query"]), (["import", ""], ["call", "mail", "list", "show", "undo"]), (["inbox", "d"], ["dismiss"]),
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
        let offered = "phd postdoc\ncall mail list show undo\ncomplete -F _recruitdb recruitdb\n"
        #expect(answer.text == offered, "\(answer.error)")
    }

    @Test func `a word that would run something, command a terminal or be a flag is not offered`() throws {
        let script = """
            CREATE VIEW "a$(touch pwned)" AS SELECT 1; CREATE VIEW "b;c" AS SELECT 1; CREATE VIEW "-o" AS SELECT 1;
            CREATE VIEW "d\u{1B}[31m" AS SELECT 1; CREATE VIEW "e\nf" AS SELECT 1; CREATE VIEW "g h" AS SELECT 1;
            CREATE VIEW "i\u{202E}j" AS SELECT 1; CREATE VIEW "论文" AS SELECT 1; CREATE VIEW "k`l`" AS SELECT 1;
            """
        #expect(try Binary.run(program: "sqlite3", [database.path, script]).status == 0)
        let answer = try Binary.run(["completion", "--candidates", "--", "query", ""], database: database)
        let words = answer.text.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
        let shown = words.filter { $0.contains { !$0.isASCII || !($0.isLetter || $0.isNumber || "_-".contains($0)) } }
        #expect(shown == ["论文"])
        #expect(words.contains("application_facts") && !words.contains("f") && !words.contains("-o"))
    }

    @Test func `a view without an end in the place of a table is given up`() throws {
        let own = scratch.folder.appending(path: "own.db")
        let script = """
            CREATE VIEW positions AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
            SELECT max(x) AS slug FROM n
            """
        #expect(try Binary.run(program: "sqlite3", [own.path, script]).status == 0)
        let start = Date()
        let answer = try Binary.run(["completion", "--candidates", "--", "search", "--position", ""], database: own)
        #expect(answer.status == 0 && answer.text.isEmpty)
        #expect(Date().timeIntervalSince(start) < 10)
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
