import Foundation
import Testing

@Suite(.enabled(if: SampleProgram.system("python3") != nil, "python3 is not installed"))
struct `Python's mail reader` {
    private struct Disagreement: Decodable, Equatable {
        let read: Int
        let wrong: [String]
    }

    @Test(arguments: ["1", "2", "3"])
    func `finds every message, its identifier and its papers`(_ seed: String) throws {
        let scratch = try Scratch()
        let arguments = [
            "mailbox", "--messages", "200", "--seed", seed, "--rich", "-o", scratch.path("m.mbox"), "--truth",
            scratch.path("t.ndjson"),
        ]
        #expect(try SampleProgram.run(try #require(SampleProgram.program), arguments).status == 0)
        let outcome = try SampleProgram.run(
            try #require(SampleProgram.system("python3")),
            ["-c", script, scratch.path("m.mbox"), scratch.path("t.ndjson")])
        #expect(outcome.errors == "")
        let result = try JSONDecoder().decode(Disagreement.self, from: outcome.output)
        #expect(result.read == 200)
        #expect(result.wrong == [])
    }

    /// Python undoes no `>From `, which base64 papers never hold; raw GBK headers are not its business.
    private let script = """
        import email, hashlib, io, json, mailbox, sys, zipfile
        from email import policy
        read = lambda f: email.message_from_binary_file(f, policy=policy.default)
        messages = list(mailbox.mbox(sys.argv[1], factory=read))
        wrong = []
        for truth, mail in zip(map(json.loads, open(sys.argv[2], encoding='utf-8')), messages):
            identifier = mail['Message-ID']
            if (identifier.strip('<>') if identifier else None) != truth['message_id']:
                wrong.append(f"{truth['index']} {identifier}")
            if '\\ufffd' not in str(mail['Subject']) and mail['Subject'] != truth['subject']:
                wrong.append(f"{truth['index']} {mail['Subject']!r} is not {truth['subject']!r}")
            if mail.defects: wrong.append(f"{truth['index']} {mail.defects}")
            found = {}
            for part in mail.walk():
                if part.get_filename() and not part.is_multipart():
                    found.setdefault(part.get_filename(), part.get_payload(decode=True))
            for paper in truth['papers']:
                body = found.get(paper['filename'])
                if body is None: wrong.append(f"{truth['index']} lacks {paper['filename']}"); continue
                if hashlib.sha256(body).hexdigest() != paper['sha256'] or len(body) != paper['byte_size']:
                    wrong.append(f"{truth['index']} {paper['filename']} differs")
                if paper['filename'].endswith(('.docx', '.zip')):
                    archive = zipfile.ZipFile(io.BytesIO(body))
                    if archive.testzip(): wrong.append(f"{paper['filename']} is damaged")
                    if body[:2] == b'PK' and paper['filename'].endswith('.docx'):
                        import xml.dom.minidom
                        for name in archive.namelist(): xml.dom.minidom.parseString(archive.read(name))
        print(json.dumps({'read': len(messages), 'wrong': wrong}))
        """
}
