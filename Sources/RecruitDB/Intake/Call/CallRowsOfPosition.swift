import RecruitSQLite

extension CallRows.Family {
    init(_ position: Call.Position) {
        let entity = "positions/\(position.slug)"
        func rows<T>(
            _ part: CallPart, _ values: [T], _ key: (T) -> CallField, _ fields: (T) -> [CallField] = { _ in [] }
        )
            -> (CallPart, [CallRow])
        {
            let rows = values.map { value in
                let key = key(value)
                return CallRow(entity: "\(entity)/\(part.name)/\(key.plain)", keys: [key], fields: fields(value))
            }
            return (part, rows)
        }
        row = CallRow(
            entity: entity, keys: [.init("slug", position.slug)],
            fields: [
                .init("title", position.title), .init("position_type", position.positionType.rawValue),
                .init("status", position.status?.rawValue, unsaid: .text("open")),
                .init("description", position.description, unsaid: .text("")),
                .init("min_months", position.minMonths, unsaid: .null),
                .init("remote_allowed", position.remoteAllowed, unsaid: .integer(0)),
                .init("contact", position.contact, unsaid: .null),
                .init("date_posted_on", position.datePostedOn, unsaid: .null),
                .init("valid_through_on", position.validThroughOn, unsaid: .null),
            ])
        let all = [
            rows(.keywords, position.keywords) { .init("keyword", $0) },
            rows(.intakes, position.intakes) {
                .init("intake", $0.code)
            } _: {
                [.init("openings", $0.openings, unsaid: .null)]
            },
            rows(.requirements, position.requirements) {
                .init("ordinal", $0.ordinal)
            } _: {
                [
                    .init("necessity", $0.necessity.rawValue), .init("category", $0.category.rawValue),
                    .init("statement", $0.statement), .init("weight", $0.weight),
                    .init("min_isced_level", $0.minISCEDLevel.sqliteValue),
                    .init("search_hint", $0.searchHint.sqliteValue),
                ]
            },
            rows(.documents, position.documents) {
                .init("document_type", $0.documentType.rawValue)
            } _: {
                [.init("required", $0.required)]
            },
            rows(.scholarships, position.scholarships) { .init("scholarship", $0) },
        ]
        parts = Dictionary(uniqueKeysWithValues: all)
    }

    init(_ scholarship: Call.Scholarship) {
        let entity = "scholarships/\(scholarship.code)"
        row = CallRow(
            entity: entity, keys: [.init("code", scholarship.code)],
            fields: [
                .init("name", scholarship.name), .init("funder", scholarship.funder),
                .init("needs_nomination", scholarship.needsNomination, unsaid: .integer(0)),
                .init("url", scholarship.url, unsaid: .null),
            ])
        let rates = scholarship.components.map { rate in
            let keys: [CallField] = [
                .init("academic_year", rate.academicYear), .init("code", rate.code.rawValue),
                .init("from_month", rate.fromMonth),
            ]
            return CallRow(
                entity: "\(entity)/\(CallPart.rates.name)/\(keys.map(\.plain).joined(separator: " "))", keys: keys,
                fields: [
                    .init("amount_minor", rate.amountMinor, currency: rate.currency), .init("currency", rate.currency),
                    .init("per", rate.per.rawValue), .init("to_month", rate.toMonth.sqliteValue),
                    .init("conditional", rate.isConditional), .init("approximate", rate.isApproximate),
                    .init("source_note", rate.sourceNote.sqliteValue),
                ])
        }
        parts = [.rates: rates]
    }
}

extension CallField {
    /// The value as a part of an entity's name.
    var plain: String {
        switch value {
        case .text(let text): text
        case .integer(let number): String(number)
        default: ""
        }
    }
}
