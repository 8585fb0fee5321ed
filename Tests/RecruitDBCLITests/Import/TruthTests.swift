import Foundation
import Testing

/// An invented mailbox as it was meant, beside what an import made of it.
private struct Comparison {
    private(set) var differences: [String] = []
    private(set) var clear = 0
    private(set) var left: [String] = []

    init(_ lab: Lab, truth: URL) throws {
        let rows = try lab.shell(
            """
            SELECT coalesce(h.header_message_id, '') AS id, h.subject, lower(h.sender) AS sender, m.triage, m.in_inbox,
                   m.why, p.slug AS position, a.intake, a.ref, lower(e.email) AS email
            FROM messages m JOIN message_headers h ON h.message_id = m.id
            LEFT JOIN applications a ON a.id = m.application_id LEFT JOIN positions p ON p.id = a.position_id
            LEFT JOIN applicant_emails e ON e.applicant_id = a.applicant_id AND e.is_primary
            """, ["-json"])
        let found = Dictionary(grouping: try objects("\(rows.text)")) {
            "\($0["id"] ?? "")|\($0["subject"] ?? "")|\($0["sender"] ?? "")"
        }
        let meant = try String(contentsOf: truth, encoding: .utf8).split(separator: "\n").flatMap {
            try objects("[\($0)]")
        }
        var refs: [String: Set<String>] = [:]
        var trueApplications: [String: Set<String>] = [:]
        for mail in meant where mail["duplicate_of"] is NSNull {
            let sender = (text(mail["sender"])).lowercased()
            guard let got = found["\(text(mail["message_id"]))|\(text(mail["subject"]))|\(sender)"]?.first else {
                differences.append(row(mail, "message", "there", "missing"))
                continue
            }
            compare(mail, got)
            guard let application = mail["application"] as? Int, let ref = got["ref"] as? String,
                text(mail["kind"]) != "sent"
            else { continue }
            refs["\(application)", default: []].insert(ref)
            trueApplications[ref, default: []].insert("\(application)")
        }
        for (application, refs) in refs.sorted(by: { $0.key < $1.key }) where refs.count > 1 {
            differences.append("application \(application): split into \(refs.sorted())")
        }
        for (ref, applications) in trueApplications.sorted(by: { $0.key < $1.key }) where applications.count > 1 {
            differences.append("\(ref): joins the applications \(applications.sorted())")
        }
    }

    private mutating func compare(_ mail: [String: Any], _ got: [String: Any]) {
        let triage = text(got["triage"])
        let meant = text(mail["triage"])
        if text(mail["kind"]) == "withdrawal" {
            if got["ref"] is NSNull || got["in_inbox"] as? Int != 1 {
                differences.append(row(mail, "withdrawal", "joins, in the inbox", triage))
            }
            return
        }
        if mail["clear"] as? Bool == true {
            clear += 1
            if triage == "undecided" { left.append(row(mail, "triage", meant, "undecided: \(text(got["why"]))")) }
        }
        if triage != meant {
            if triage != "undecided" { differences.append(row(mail, "triage", meant, triage)) }
            return
        }
        guard ["application", "supplement", "reply"].contains(triage), mail["application"] is Int else { return }
        if text(got["position"]) != text(mail["position"]) {
            differences.append(row(mail, "position", text(mail["position"]), text(got["position"])))
        }
        guard triage == "application" else { return }
        if text(got["intake"]) != text(mail["intake"]) {
            differences.append(row(mail, "intake", text(mail["intake"]), text(got["intake"])))
        }
        let address = text(mail["applicant_email"]).lowercased()
        if text(got["email"]) != address { differences.append(row(mail, "address", address, text(got["email"]))) }
    }

    private func row(_ mail: [String: Any], _ what: String, _ meant: String, _ got: String) -> String {
        "\(text(mail["scenario"])) | \(what) | meant \(meant) | got \(got) | \(text(mail["subject"]))"
    }
}

private func objects(_ json: String) throws -> [[String: Any]] {
    try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]] ?? []
}

private func text(_ value: Any?) -> String { value as? String ?? "" }

@Suite struct TruthTests {
    @Test(arguments: [(11, false), (12, false), (13, false), (14, false), (15, false), (34, true)])
    func `an invented mailbox becomes the applications that were meant`(seed: Int, isRich: Bool) throws {
        let lab = try Lab()
        let truth = lab.scratch.folder.appending(path: "truth")
        let box = try lab.mailbox("in.mbox", 300, seed: seed, ["--truth", truth.path] + (isRich ? ["--rich"] : []))
        try lab.expectDone(["import", "mail", box.path, "--no-text"])
        let comparison = try Comparison(lab, truth: truth)
        #expect(comparison.differences.joined(separator: "\n") == "")
        let table = comparison.left.joined(separator: "\n")
        #expect(comparison.clear > 150)
        #expect(comparison.left.count * 20 <= comparison.clear, "left in the inbox:\n\(table)")
    }
}
