import Foundation
import Testing

@Suite struct `The command line` {
    @Test(arguments: [
        ([], "A command is missing; recruitdb-sample --help lists them."),
        (["mail"], "mail is not a command; recruitdb-sample --help lists them."),
        (["mailbox"], "--messages is missing: how many shall be made."),
        (["mailbox", "--messages", "3"], "-o is missing: where the mailbox shall be written."),
        (["mailbox", "--messages", "0", "-o", "x"], "--messages 0: a number from 1 to 10000000 is needed."),
        (["mailbox", "--messages", "x", "-o", "x"], "--messages x: a number from 1 to 10000000 is needed."),
        (["mailbox", "--messages"], "--messages needs a value."),
        (["mailbox", "--colour", "red"], "--colour is not an option of mailbox."),
        (["mailbox", "--messages", "1", "--messages", "2"], "--messages stands there twice."),
        (
            ["mailbox", "--messages", "1", "--seed", "-1", "-o", "x"],
            "--seed -1: a whole number from 0 to 18446744073709551615 is needed."
        ),
        (
            ["mailbox", "--messages", "1", "--format", "pst", "-o", "x"],
            "--format pst: it is one of mbox, maildir, eml."
        ),
        (
            ["mailbox", "--messages", "1", "--average-size", "9999999999999999999MB", "-o", "x"],
            "--average-size 9999999999999999999MB: a size such as 280KB is needed, at most 16MB."
        ),
        (["mailbox", "--messages", "1", "-o", "x", "--truth", "x"], "--truth and -o name the same file."),
    ])
    func `refuses what it cannot read, in one sentence`(_ arguments: [String], _ sentence: String) throws {
        let outcome = try SampleProgram.run(try #require(SampleProgram.program), arguments)
        #expect(outcome.status == 64)
        #expect(outcome.errors == "recruitdb-sample: \(sentence)\n")
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: ["--output", "--truth"])
    func `says which file cannot be made`(_ option: String) throws {
        let scratch = try Scratch()
        let other = option == "--truth" ? ["-o", scratch.path("m")] : []
        let outcome = try SampleProgram.run(
            try #require(SampleProgram.program),
            ["mailbox", "--messages", "1", option, scratch.path("missing/x")] + other)
        #expect(outcome.status == 73)
        #expect(
            outcome.errors
                == "recruitdb-sample: \(scratch.path("missing/x")) cannot be created: No such file or directory.\n")
    }

    @Test func `never mixes a Maildir with another`() throws {
        let scratch = try Scratch()
        try Data().write(to: scratch.folder.appendingPathComponent("mine"))
        let outcome = try SampleProgram.run(
            "mailbox", "--messages", "1", "--format", "maildir", "-o", scratch.folder.path)
        #expect(outcome.status == 73)
        #expect(outcome.errors.hasSuffix("is not empty; name a new folder or remove it first.\n"))
    }

    @Test func `says that a full disk is full`() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let outcome = try SampleProgram.run("mailbox", "--messages", "9", "-o", "/dev/full")
        #expect(outcome.status == 74)
        #expect(outcome.errors == "recruitdb-sample: /dev/full cannot be written: No space left on device.\n")
    }

    @Test(arguments: [["--help"], ["mailbox", "--help"], ["mailbox", "--messages", "1", "-h"]])
    func `has help with an example`(_ arguments: [String]) throws {
        let outcome = try SampleProgram.run(try #require(SampleProgram.program), arguments)
        #expect(outcome.status == 0)
        #expect(String(decoding: outcome.output, as: UTF8.self).contains("recruitdb-sample mailbox --messages"))
    }
}
