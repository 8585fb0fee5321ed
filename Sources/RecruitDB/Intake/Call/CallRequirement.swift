extension Call {
    /// One sentence of the call that an applicant answers.
    public struct Requirement: Sendable, Hashable {
        /// Whether an applicant without it is refused.
        public enum Necessity: String, Sendable, Hashable, CaseIterable {
            /// An applicant without it is refused.
            case must
            /// It counts in favour.
            case preferred
        }

        /// What the sentence is about.
        public enum Category: String, Sendable, Hashable, CaseIterable {
            /// A degree or field of study.
            case education
            /// What a person can do.
            case skill
            /// What a person has done.
            case experience
            /// What a person has published.
            case publication
            /// A language that a person speaks.
            case language
            /// How a person works.
            case attribute
            /// When and for how long a person can come.
            case availability
        }

        /// Its place among the position's requirements, from 1.
        public let ordinal: Int
        /// Whether an applicant without it is refused.
        public let necessity: Necessity
        /// What the sentence is about.
        public let category: Category
        /// The sentence, word for word.
        public let statement: String
        /// How much it counts among the preferred ones.
        public let weight: Double
        /// The level of education it asks for (ISCED 2011), where a machine can compare it.
        public let minISCEDLevel: Int?
        /// Search words that find candidate lines in papers, as `pytorch OR tensorflow`.
        public let searchHint: String?
    }

    /// A paper that belongs to an application.
    public struct ChecklistDocument: Sendable, Hashable {
        /// What a paper is.
        public enum DocumentType: String, Sendable, Hashable, CaseIterable {
            /// A curriculum vitae.
            case cv
            /// The grades of a course of studies.
            case transcript
            /// A letter that says why.
            case coverLetter = "cover_letter"
            /// What a person wants to find out.
            case researchStatement = "research_statement"
            /// A paper that the person wrote.
            case publication
            /// A letter of another person.
            case recommendation
            /// A proof, of a degree or a language say.
            case certificate
            /// Any other.
            case other
        }

        /// What the paper is.
        public let documentType: DocumentType
        /// False for papers that are welcome and not missed.
        public let required: Bool
    }
}

extension Call.Requirement {
    /// A requirement as the file has it: its ordinal may be left to its place in the list.
    struct Wanted {
        let ordinal: Int?
        let requirement: Call.Requirement

        init(_ fields: JSONFields) {
            ordinal = fields.integer("ordinal", 1...1_000)
            requirement = Call.Requirement(
                ordinal: 0,
                necessity: fields.choice("necessity", Necessity.self, required: true) ?? .must,
                category: fields.choice("category", Category.self, required: true) ?? .attribute,
                statement: fields.text("statement", required: true, limit: 4_000) ?? "",
                weight: Self.weight(fields),
                minISCEDLevel: fields.integer("min_isced_level", 0...8),
                searchHint: fields.line("search_hint", required: false))
            fields.finish()
        }

        /// The requirement with the ordinal it names, else with `place`.
        func numbered(_ place: Int) -> Call.Requirement {
            Call.Requirement(
                ordinal: ordinal ?? place, necessity: requirement.necessity, category: requirement.category,
                statement: requirement.statement, weight: requirement.weight,
                minISCEDLevel: requirement.minISCEDLevel, searchHint: requirement.searchHint)
        }

        private static func weight(_ fields: JSONFields) -> Double {
            guard let value = fields.value("weight", required: false) else { return 1 }
            if case .number(let number) = value.content, number.double > 0, number.double <= 100 {
                return number.double
            }
            fields.wrong("weight", value, "is not a number above 0 and up to 100")
            return 1
        }
    }
}

extension Call.ChecklistDocument {
    /// A paper by its type alone, which is then required, or as an object.
    init?(_ value: JSONValue, _ path: JSONPath, _ problems: JSONProblems) {
        if case .string(let text) = value.content {
            guard let type = DocumentType(rawValue: text) else {
                let known = DocumentType.allCases.map(\.rawValue).joined(separator: ", ")
                problems.add(path, "\(value.quoted) is not one of \(known)")
                return nil
            }
            self.init(documentType: type, required: true)
        } else {
            let fields = JSONFields(value, path, problems)
            self.init(
                documentType: fields.choice("document_type", DocumentType.self, required: true) ?? .other,
                required: fields.flag("required") ?? true)
            fields.finish()
        }
    }
}
