import RecruitSQLite

/// What a call says and no table has a column for, as the JSON of `lab.call`.
struct CallRemainder {
    let text: String

    /// The names of the rows and fields that the call named, so that the next import can tell what it no longer names.
    static func named(in text: String) -> Set<String> {
        guard let root = try? JSONReader.read(Array(text.utf8)) else { return [] }
        return Set(root.texts("named").map(\.text))
    }

    /// The same text without who imported it and when, so that two calls can be compared.
    static func unsigned(_ value: Value) -> Value {
        guard case .text(let text) = value, let root = try? JSONReader.read(Array(text.utf8)),
            case .object(let members) = root.content
        else { return value }
        let own = members.filter { !["imported_by", "imported_at"].contains($0.name) }
        return .text(JSONValue(.object(own)).text)
    }

    init(_ call: Call, named: [String]) {
        let lab = call.lab
        let people = lab.members.map { member in
            (
                member.handle,
                JSONValue.object([
                    ("honorific_prefix", .string(member.honorificPrefix)), ("job_title", .string(member.jobTitle)),
                ])
            )
        }
        let questions = call.questions.map { question in
            (
                question.code,
                JSONValue.object([
                    ("options", .strings(question.options)), ("positions", .strings(question.positions)),
                ])
            )
        }
        let positions = call.positions.map { position in
            let levels = position.eligibleLevels.map { JSONValue(.number(JSONNumber(literal: String($0)))) }
            return (
                position.slug, JSONValue.object([("eligible_levels", levels.isEmpty ? nil : JSONValue(.array(levels)))])
            )
        }
        let whole = JSONValue.object([
            ("leader", .string(lab.leader)), ("affiliations", .strings(lab.affiliations)),
            ("topics", .strings(lab.topics)), ("website", .string(lab.website)), ("locality", .string(lab.locality)),
            ("country", .string(lab.country)), ("members", .object(people)), ("questions", .object(questions)),
            ("positions", .object(positions)),
            (
                "how_to_apply",
                call.howToApply.flatMap { how in
                    .object([
                        ("email", .string(how.email)), ("subject_rule", .string(how.subjectRule)),
                        ("material", .strings(how.material)),
                    ])
                }
            ),
            ("page", call.page.flatMap(Self.page)), ("named", .strings(named)),
        ])
        text = whole?.text ?? "{}"
    }

    private static func page(_ page: Call.Page) -> JSONValue? {
        let sections = page.sections.compactMap { section in
            JSONValue.object([("heading", .string(section.heading)), ("text", .string(section.text))])
        }
        return .object([
            ("title", .string(page.title)), ("summary", .string(page.summary)),
            ("reading_time", JSONValue(.bool(page.readingTime))), ("share", JSONValue(.bool(page.share))),
            ("profile", JSONValue(.bool(page.profile))), ("comments", JSONValue(.bool(page.comments))),
            (
                "header",
                page.header.flatMap { .object([("caption", .string($0.caption)), ("image", .string($0.image))]) }
            ),
            ("sections", sections.isEmpty ? nil : JSONValue(.array(sections))),
        ])
    }
}
