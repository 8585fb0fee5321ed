/// A mail as somebody would write it; `headers` are whole lines.
func letter(
    from: String, to: String = "hchen@smartlab.example.edu", subject: String, _ text: String,
    date: String? = "Mon, 5 Oct 2026 09:00:00 +0800", id: String? = nil, headers: [String] = [],
    papers: [(name: String, text: String)] = []
) -> String {
    var lines = ["From: \(from)", "To: \(to)", "Subject: \(subject)"]
    if let date { lines.append("Date: \(date)") }
    if let id { lines.append("Message-ID: <\(id)>") }
    lines += headers + ["MIME-Version: 1.0"]
    guard !papers.isEmpty else {
        return (lines + ["Content-Type: text/plain; charset=utf-8", "", text, ""]).joined(separator: "\n")
    }
    lines += [
        "Content-Type: multipart/mixed; boundary=\"edge\"", "", "--edge", "Content-Type: text/plain; charset=utf-8",
    ]
    lines += ["", text, ""]
    for paper in papers {
        lines += ["--edge", "Content-Type: text/plain; charset=utf-8; name=\"\(paper.name)\""]
        lines += ["Content-Disposition: attachment; filename=\"\(paper.name)\"", "", paper.text, ""]
    }
    return (lines + ["--edge--", ""]).joined(separator: "\n")
}
