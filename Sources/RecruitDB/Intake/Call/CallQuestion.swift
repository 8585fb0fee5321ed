extension Call {
    /// Something the lab wants to know of applicants beside their papers.
    public struct Question: Sendable, Hashable {
        /// What an answer looks like.
        public enum AnswerType: String, Sendable, Hashable, CaseIterable {
            /// Words.
            case text
            /// A whole number.
            case integer
            /// A day, as `2027-09-01`.
            case date
            /// Yes or no.
            case boolean
            /// One of the options.
            case choice
        }

        /// The word that it is known by.
        public let code: String
        /// The question, word for word.
        public let text: String
        /// What an answer looks like.
        public let type: AnswerType
        /// The answers to choose from; empty unless the type is `choice`.
        public let options: [String]
        /// Slugs of the positions it is asked for; empty when for all.
        public let positions: [String]
    }

    /// What applicants are told about the use of their data.
    public struct PrivacyNotice: Sendable, Hashable {
        /// The name of this version of the notice.
        public let version: String
        /// BCP 47.
        public let language: String
        /// The notice, word for word.
        public let body: String
        /// The first day it holds, as `2027-09-01`.
        public let effectiveOn: String
    }

    /// How to send an application.
    public struct HowToApply: Sendable, Hashable {
        /// The address that applications are sent to.
        public let email: String
        /// What the subject must say.
        public let subjectRule: String?
        /// What to attach, in words.
        public let material: [String]
    }
}

extension Call.Question {
    init(_ fields: JSONFields) {
        code = fields.text("code", required: true, limit: 40, shape: .code) ?? ""
        text = fields.text("text", required: true, limit: 4_000) ?? ""
        type = fields.choice("type", AnswerType.self, required: false) ?? .text
        options = fields.texts("options")
        positions = fields.texts("positions", limit: 60, shape: .slug)
        fields.finish()
    }
}

extension Call.PrivacyNotice {
    init(_ fields: JSONFields) {
        version = fields.line("version", limit: 40) ?? ""
        language = fields.text("language", required: true, limit: 35, shape: .language) ?? ""
        body = fields.text("body", required: true) ?? ""
        effectiveOn = fields.day("effective_on", required: true) ?? ""
        fields.finish()
    }
}

extension Call.HowToApply {
    init(_ fields: JSONFields) {
        email = fields.text("email", required: true, limit: 254, shape: .address) ?? ""
        subjectRule = fields.text("subject_rule", required: false, limit: 2_000)
        material = fields.texts("material")
        fields.finish()
    }
}
