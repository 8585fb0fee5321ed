/// The sign that a message comes from a machine (RFC 3834, RFC 3462, and what mailers do).
struct AutomaticSign {
    var kind: Automatic
    /// The field that says so, in lower case.
    var field: String

    private static let awaySubjects: [StaticString] = [
        "automatic reply", "out of office", "自动回复", "自動回覆", "自動回復",
    ]

    /// The strongest sign; nil when there is none.
    init?(_ message: Message, _ root: Entity) {
        func value(_ name: String) -> String? {
            message.header.first(name).map { ParameterScanner.firstToken($0) }
        }
        let submitted = value("auto-submitted").flatMap { $0.isEmpty || $0 == "no" ? nil : $0 }
        let precedence = value("precedence")
        if root.statedType == "multipart/report" {
            (kind, field) = (.bounce, "content-type")
        } else if Self.awaySubjects.contains(where: { message.subject.bytes.startsIgnoringCase($0) }) {
            (kind, field) = (.outOfOffice, "subject")
        } else if let reply = value("x-autoreply"), reply != "no" {
            (kind, field) = (.outOfOffice, "x-autoreply")
        } else if precedence == "auto_reply" || precedence == "auto-reply" {
            (kind, field) = (.outOfOffice, "precedence")
        } else if submitted == "auto-replied" {
            (kind, field) = (.outOfOffice, "auto-submitted")
        } else if let path = message.header.first("return-path"),
            [[], [60, 62]].contains(path.filter { !ASCII.isSpace($0) })
        {
            (kind, field) = (.bounce, "return-path")
        } else if submitted != nil {
            (kind, field) = (.bulk, "auto-submitted")
        } else if precedence == "bulk" {
            (kind, field) = (.bulk, "precedence")
        } else if message.header.first("list-id") != nil {
            (kind, field) = (.bulk, "list-id")
        } else {
            return nil
        }
    }
}

extension ParameterScanner {
    /// The first word of a structured field, in lower case.
    static func firstToken(_ raw: Bytes) -> String {
        var scanner = ParameterScanner(raw.unfolded[...])
        return scanner.value()
    }
}
