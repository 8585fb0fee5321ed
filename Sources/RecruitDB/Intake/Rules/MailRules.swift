import MailMessage
import RecruitSQLite
struct MailRules {
    init(reading connection: Connection) throws {}
    func decide(_ m: Message, context: any MailContext) -> MailDecision { .undecided(.noPosition, nil, MailSuggestion()) }
    func intake(of: String, subject: String, text: String, date: Timestamp) throws -> String? { nil }
}
