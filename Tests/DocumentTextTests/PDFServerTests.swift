#if os(Linux)
    import Foundation
    import Testing

    @testable import RecruitDB

    /// One `pdftotext` that forks for each paper, against one for each.
    @Suite(.serialized) struct PDFServerTests {
        let forks: ForkFixture

        init() throws { forks = try ForkFixture() }

        private func page(_ words: String) -> Data { PDFFile.data(pages: ["\(words), and twenty characters more"]) }

        @Test func `a fork gives what a program of its own gives`() throws {
            try forks.add(page("The first paper says PyTorch"))
            try forks.add(PDFFile.chinese(gb2312: String(repeating: "B4F3D1A7C9FABFC6D1A7", count: 4)))
            try forks.add(page("The last one").prefix(60))
            try forks.add(Data("no PDF, but a text of more than twenty characters".utf8))
            try forks.add(PDFFile.data(pages: ["A page with its twenty characters", "and a second page of it"]))
            let alone = ExtractionProgram(path: ExtractProgram.url.path)
            #expect(PDFServer(program: forks.program) != nil)
            let picture = try forks.picture(forks.program)
            #expect(picture == (try forks.picture(alone)))
            let pages = "1 The first paper says PyTorch, and twenty characters more\n2 大学生科学大学生科学"
            #expect(picture.hasPrefix(pages))
            #expect(picture.contains("\n3 (it is damaged, encrypted, or not what its beginning says)\n"))
        }

        @Test func `a paper that takes too long takes no other one with it`() throws {
            for number in 1...12 {
                try forks.add(number % 5 == 1 ? PDFFile.endless(depth: 12) : page("Paper \(number)"))
            }
            var limits = ExtractionLimits()
            limits.milliseconds = 400
            let lines = try forks.picture(forks.program, limits).split(separator: "\n")
            for (index, line) in lines.enumerated() {
                let number = index + 1
                if number % 5 == 1 {
                    #expect(line.hasPrefix("\(number) (reading it took "))
                } else {
                    #expect(line == "\(number) Paper \(number), and twenty characters more")
                }
            }
            // The first one is stopped with its server, behind it are others.
            #expect(lines.first == "1 (reading it took over 0 seconds)")
            #expect(lines.count == 12)
        }

        @Test func `a paper that was ready in time is not late because nobody looked`() throws {
            for number in 1...8 { try forks.add(page("Paper \(number)")) }
            var limits = ExtractionLimits()
            limits.milliseconds = 500
            let picture = try forks.picture(forks.program, limits) { step in
                if step == 0 { usleep(900_000) }
            }
            let expected = (1...8).map { "\($0) Paper \($0), and twenty characters more" }
            #expect(picture == expected.joined(separator: "\n"))
        }

        @Test func `a paper has its own seconds, and the server lives on`() throws {
            try forks.add(PDFFile.endless(depth: 12))
            try forks.add(page("The second paper"))
            var limits = ExtractionLimits()
            limits.milliseconds = 1_999
            let picture = try forks.picture(forks.program, limits)
            #expect(
                picture == """
                    1 (reading it took too long)
                    2 The second paper, and twenty characters more
                    """)
        }

        @Test func `papers whose server is killed are read again`() throws {
            for number in 1...40 { try forks.add(page("Paper \(number)")) }
            var killed: Set<pid_t> = []
            let picture = try forks.picture(forks.program) { step in
                guard step < 2 else { return }
                for server in ForkFixture.children(named: "pdftotext") where kill(server, SIGKILL) == 0 {
                    killed.insert(server)
                }
            }
            #expect(!killed.isEmpty)
            let expected = (1...40).map { "\($0) Paper \($0), and twenty characters more" }
            #expect(picture == expected.joined(separator: "\n"))
        }

        @Test func `no process is left when the papers are read`() throws {
            try forks.add(page("The only paper"))
            _ = try forks.picture(forks.program)
            #expect(ForkFixture.children(named: "pdftotext").isEmpty)
        }

        @Test(.enabled(if: Kernel.offers("seccomp"), "this kernel cannot filter system calls"))
        func `the process of a paper can start no other one and has no way to the server`() throws {
            let program = try forks.program(
                source: """
                    #define _GNU_SOURCE
                    #include <stdio.h>
                    #include <sys/socket.h>
                    #include <sys/syscall.h>
                    #include <unistd.h>
                    int main(void) {
                        char byte;
                        printf("a fork is %s, ", fork() < 0 ? "refused" : "POSSIBLE");
                        long server = syscall(SYS_tgkill, getppid(), getppid(), 0);
                        long self = syscall(SYS_tgkill, getpid(), gettid(), 0);
                        printf("a signal to the server %s, to itself %s, ", server < 0 ? "refused" : "POSSIBLE",
                               self < 0 ? "REFUSED" : "possible");
                        int open = 0;
                        for (int file = 0; file < 100; file++) open += recv(file, &byte, 1, MSG_DONTWAIT) >= 0;
                        printf("%d sockets are open", open);
                        return 0;
                    }
                    """)
            try forks.add(page("x"))
            #expect(
                try forks.picture(program)
                    == "1 a fork is refused, a signal to the server refused, to itself possible, 0 sockets are open")
        }

        @Test func `without the library each paper has a program of its own`() throws {
            try FileManager.default.removeItem(at: forks.folder.appendingPathComponent("librecruitdb-forks.so"))
            try forks.add(page("The only paper"))
            #expect(PDFServer(program: forks.program) == nil)
            #expect(try forks.picture(forks.program) == "1 The only paper, and twenty characters more")
        }
    }
#endif
