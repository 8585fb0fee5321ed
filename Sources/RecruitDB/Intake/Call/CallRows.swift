import RecruitSQLite

/// All rows that a call wants, table by table.
struct CallRows {
    /// A row with its parts, each kind in a table of its own.
    struct Family {
        let row: CallRow
        let parts: [CallPart: [CallRow]]
    }

    let lab: CallRow
    let members: [CallRow]
    let addresses: [CallRow]
    let notices: [CallRow]
    let questions: [CallRow]
    let intakes: [CallRow]
    let scholarships: [Family]
    let positions: [Family]

    init(_ call: Call) {
        members = call.lab.members.map(CallRow.init)
        addresses = call.lab.addresses.map {
            CallRow(entity: "addresses/\($0)", keys: [.init("address", $0)], fields: [])
        }
        notices = call.privacyNotice.map { [CallRow($0)] } ?? []
        questions = call.questions.enumerated().map { CallRow($1, ordinal: $0 + 1) }
        intakes = call.intakes.map(CallRow.init)
        scholarships = call.scholarships.map(Family.init)
        positions = call.positions.map(Family.init)
        lab = CallRow(
            call, named: Self.all(members, addresses, questions, intakes, scholarships, positions).flatMap(\.named))
    }

    /// The rows that go when a later call does not name them.
    var all: [CallRow] { Self.all(members, addresses, questions, intakes, scholarships, positions) }

    private static func all(
        _ members: [CallRow], _ addresses: [CallRow], _ questions: [CallRow], _ intakes: [CallRow],
        _ scholarships: [Family], _ positions: [Family]
    ) -> [CallRow] {
        let families = scholarships + positions
        let parts = families.flatMap { family in CallPart.allCases.flatMap { family.parts[$0] ?? [] } }
        return members + addresses + questions + intakes + families.map(\.row) + parts
    }
}

/// A kind of rows that belong to a position or scholarship.
enum CallPart: String, CaseIterable {
    case keywords, intakes, requirements, documents, scholarships, rates

    /// The last but one name of their entities: `positions/phd/keywords/博士`.
    var name: String { rawValue }
}
