import MailMessage
import RecruitSQLite

/// Whether the programs and charsets are there that turn papers and mail into text.
struct ProgramCheck {
    let connection: Connection

    func findings() throws -> [Finding] {
        var findings = missingCharsets().map {
            Finding(
                .warning, "charset \($0)", "the system cannot read it",
                advice: "install the C library's charset modules (Debian: libc-bin, locales)")
        }
        let pending = try connection.value(Int.self, "SELECT count(*) FROM files WHERE text_status = 'pending'")
        let failed = try connection.value(Int.self, "SELECT count(*) FROM files WHERE text_status = 'failed'")
        let missing = TextTools.missing()
        for tool in missing {
            findings.append(
                Finding(
                    pending > 0 ? .warning : .note, tool.name,
                    "is not installed\(pending > 0 ? "; \(pending) papers wait for their text" : "")",
                    advice: tool.advice))
        }
        if missing.isEmpty, pending > 0 {
            findings.append(
                Finding(
                    .note, "papers", "\(pending) wait for their text",
                    advice: "import mail again, or any mail: it goes on"))
        }
        if failed > 0 {
            findings.append(
                Finding(
                    .note, "papers", "\(failed) have no readable text",
                    advice: "recruitdb query \"SELECT * FROM document_overview WHERE text_status = 'failed'\""))
        }
        return findings
    }
}
