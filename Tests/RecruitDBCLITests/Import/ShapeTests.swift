import Foundation
import Testing

@Suite struct ShapeTests {
    @Test func `the same mailbox in another shape changes no row and adds no file`() throws {
        let lab = try Lab()
        let box = try lab.mailbox("in.mbox", 80, seed: 7, ["--rich"])
        try lab.expectDone(["import", "mail", box.path])
        let (dump, files) = (try lab.dump(), lab.files())
        #expect(files.count > 80)

        let bytes = try Data(contentsOf: box)
        var shapes: [(String, URL)] = [("the same file", box)]
        shapes.append(("CRLF", try lab.scratch.file("crlf.mbox", crlf(bytes))))
        shapes.append(("mboxo", try lab.scratch.file("mboxo.mbox", mboxo(bytes))))
        shapes.append(("Maildir", try lab.mailbox("Maildir", 80, seed: 7, ["--rich", "--format", "maildir"])))
        let folder = try lab.mailbox("eml", 80, seed: 7, ["--rich", "--format", "eml"])
        shapes.append(("folder of eml", folder))
        let crlfFolder = lab.scratch.folder.appending(path: "crlf-eml")
        try FileManager.default.createDirectory(at: crlfFolder, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let eml = try Data(contentsOf: folder.appending(path: name))
            try Data(crlf(eml)).write(to: crlfFolder.appending(path: name))
        }
        shapes.append(("folder of eml with CRLF", crlfFolder))
        for (name, path) in shapes {
            let done = try lab.expectDone(["import", "mail", path.path])
            #expect(done.text.contains("messages read, nothing is new"), "\(name): \(done.text)")
            #expect(try lab.dump() == dump, "\(name)")
            #expect(lab.files() == files, "\(name)")
        }
        let piped = try lab.expectDone(["import", "mail", "-"], input: bytes)
        #expect(piped.text.contains("nothing is new"))
        #expect(try lab.dump() == dump)
    }

    @Test func `a compressed mailbox is refused as no mail`() throws {
        let lab = try Lab()
        let box = try lab.mailbox("in.mbox", 2, seed: 7)
        #expect(try Binary.run(program: "gzip", [box.path]).status == 0)
        let done = try lab.run(["import", "mail", box.path + ".gz"])
        #expect(done.status == 65)
        #expect(done.error == "recruitdb: \(box.path).gz: is no mail: neither a message, nor an mbox, nor a Maildir\n")
    }

    private func crlf(_ bytes: Data) -> [UInt8] {
        bytes.reduce(into: []) { out, byte in
            if byte == 10, out.last != 13 { out.append(13) }
            out.append(byte)
        }
    }

    /// mboxrd with one `>` less: mboxo quotes `From ` alone.
    private func mboxo(_ bytes: Data) -> [UInt8] {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        for index in lines.indices where lines[index].starts(with: Array(">>From ".utf8)) {
            lines[index] = lines[index].dropFirst()
        }
        return Array(lines.joined(separator: [10]))
    }
}
