import RecruitSQLite

extension CallRow {
    init(_ member: Call.Member) {
        self.init(
            entity: "members/\(member.handle)", keys: [.init("handle", member.handle)],
            fields: [
                .init("name", member.name), .init("email", member.email), .init("role", member.role.rawValue),
                .init("active", true),
            ])
    }

    init(_ notice: Call.PrivacyNotice) {
        self.init(
            entity: "privacy_notices/\(notice.version)", keys: [.init("version", notice.version)],
            fields: [
                .init("language", notice.language), .init("body", notice.body),
                .init("effective_on", notice.effectiveOn),
            ])
    }

    init(_ question: Call.Question, ordinal: Int) {
        self.init(
            entity: "questions/\(question.code)", keys: [.init("code", question.code)],
            fields: [
                .init("ordinal", ordinal), .init("text", question.text), .init("type", question.type.rawValue),
            ])
    }

    init(_ intake: Call.Intake) {
        self.init(
            entity: "intakes/\(intake.code)", keys: [.init("code", intake.code)],
            fields: [
                .init("academic_year", intake.academicYear), .init("starts_on", intake.startsOn),
                .init("opens_on", intake.opensOn, unsaid: .null), .init("closes_on", intake.closesOn, unsaid: .null),
            ])
    }

    /// The lab's row, which also keeps what has no table: the page, how to apply, and the `named` rows of this call.
    init(_ call: Call, named: [String]) {
        self.init(
            entity: "lab", keys: [.init("id", 1)],
            fields: [
                .init("name", call.lab.name), .init("description", call.lab.description ?? ""),
                .init("institution", call.lab.institution.sqliteValue),
                .init("call", CallRemainder(call, named: named).text),
            ])
    }
}
