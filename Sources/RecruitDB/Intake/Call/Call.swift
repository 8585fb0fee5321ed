/// A lab's call for applicants as its file says it: who recruits, for what, when, with which money.
///
/// The file is one JSON object; `Examples/smart-lab/call.schema.json` describes its keys. A value of this type
/// has passed every check of the format, so that what refers to something else in the call finds it.
public struct Call: Sendable, Hashable {
    /// Who recruits.
    public let lab: Lab
    /// When people can begin, in the file's order.
    public let intakes: [Intake]
    /// What people can apply for, in the file's order.
    public let positions: [Position]
    /// What an applicant may be paid from, in the file's order.
    public let scholarships: [Scholarship]
    /// What the lab wants to know of every applicant beside the papers.
    public let questions: [Question]
    /// What applicants are told about their data; nil when the file says nothing.
    public let privacyNotice: PrivacyNotice?
    /// Where and how applications are sent.
    public let howToApply: HowToApply?
    /// What the call's web page says beside all this.
    public let page: Page?
}

extension Call {
    init(_ fields: JSONFields) {
        // An editor finds the schema by this key; the file's meaning does not depend on it.
        _ = fields.line("$schema", required: false)
        lab = Lab(fields.object("lab", required: true))
        intakes = fields.list("intakes") { Intake(JSONFields($0, $1, $2)) }
        positions = fields.list("positions", required: true) { Position(JSONFields($0, $1, $2)) }
        scholarships = fields.list("scholarships") { Scholarship(JSONFields($0, $1, $2)) }
        questions = fields.list("questions") { Question(JSONFields($0, $1, $2)) }
        privacyNotice = fields.object("privacy_notice", required: false).map(PrivacyNotice.init)
        howToApply = fields.object("how_to_apply", required: false).map(HowToApply.init)
        page = fields.object("page", required: false).map(Page.init)
        fields.finish()
    }
}
