import RecruitSQLite

/// A mail or an application that came since two persons became one.
public struct Arrival: Sendable, Hashable {
    /// What people name it by: the number of a message, or the ref of an application.
    public let item: String
    /// The date of the mail, or of the application.
    public let receivedAt: Timestamp
    /// The ref of the applicant under whose number it is filed.
    public let filedUnder: String
    /// The address that the mail came from, or went to.
    public let address: String
    /// The subject of the mail; the position of an application.
    public let subject: String
    /// Why only a person can say whose it is; nil where the address says so.
    public let question: Question?

    /// Why a person must say whose something is.
    public enum Question: String, Sendable {
        /// The address stands with both.
        case sharedAddress = "the address stands with both"
        /// The address stands with the other one.
        case othersAddress = "the address is the other one's"
        /// A person gave it to the two when they were one.
        case filedByHand = "filed by hand"
    }

    let thing: Thing
    let row: Int64
    /// The import that brought it.
    let batch: Int64?

    enum Thing: Hashable, Sendable {
        case message(Int64)
        case application(Int64)
    }
}

extension Listing {
    /// What a person must say of each thing: item, received_at, filed_under, address, subject, why.
    public convenience init(_ arrivals: [Arrival]) {
        self.init(
            columns: ["item", "received_at", "filed_under", "address", "subject", "why"],
            rows: arrivals.map {
                [
                    .text($0.item), .text($0.receivedAt.description), .text($0.filedUnder), .text($0.address),
                    .text($0.subject), .text($0.question?.rawValue ?? ""),
                ]
            })
    }
}

/// One person about to be two again, and what came meanwhile.
struct Arrivals {
    let connection: Connection
    let merge: Merges.InForce
    /// The row that was named, and the rows that go where it goes.
    let leaving: (row: Int64, rows: Set<Int64>)
    let staying: Set<Int64>
    private let addresses: [Int64: Set<String>]

    /// Reads who is who.
    ///
    /// - Throws: `RecruitmentError` when the applicant with this ref is merged into nobody.
    init(connection: Connection, leaving ref: String) throws {
        let merges = Merges(connection: connection)
        let row = try Applicants(connection: connection).id(of: ref)
        guard let merge = try merges.find(merged: row) else {
            let others = try connection.all(
                "SELECT ref FROM applicants WHERE person_id = \(row) AND id <> \(row) ORDER BY id"
            ) { row in try row.text(0) }
            throw RecruitmentError(
                .badData,
                "\(ref) is merged into nobody"
                    + (others.isEmpty
                        ? "" : "; merged into \(ref) are \(others.joined(separator: ", ")): name one of these"))
        }
        self.connection = connection
        self.merge = merge
        let below = try merges.rows(below: row)
        leaving = (row, below)
        let all = try merges.rows(ofPersonOf: row)
        staying = Set(all).subtracting(below)
        var addresses: [Int64: Set<String>] = [:]
        for row in all {
            addresses[row] = Set(
                try connection.all("SELECT lower(email) FROM applicant_emails WHERE applicant_id = \(row)") { email in
                    try email.text(0)
                })
        }
        self.addresses = addresses
    }

    /// The row on one side to which something with these addresses goes: whose address it is, else the one named.
    func row(for arrival: Arrival, isLeaving: Bool) -> Int64 {
        let side = isLeaving ? leaving.rows : staying
        let owner = side.sorted().first { addresses[$0]?.contains(arrival.address) ?? false }
        return owner ?? (isLeaving ? leaving.row : merge.kept)
    }

    /// What came since the merge, oldest first.
    func all() throws -> [Arrival] {
        let mails = try mails()
        // What an application was made of goes with it.
        let made = Set(mails.filter(\.makesApplication).compactMap(\.newApplication))
        let arrivals = mails.compactMap { mail -> Arrival? in
            guard let application = mail.newApplication, made.contains(application) else {
                return arrival(mail, item: "\(mail.id)", thing: .message(mail.id))
            }
            return mail.makesApplication
                ? arrival(mail, item: mail.applicationRef ?? "", thing: .application(application)) : nil
        }
        return (arrivals + (try applicationsWithoutMail())).sorted {
            ($0.receivedAt, $0.item) < ($1.receivedAt, $1.item)
        }
    }

    private func arrival(_ mail: ArrivedMail, item: String, thing: Arrival.Thing) -> Arrival {
        Arrival(
            item: item, receivedAt: mail.receivedAt, filedUnder: mail.filedUnder,
            address: mail.addresses.first ?? "", subject: mail.subject,
            question: question(mail.addresses, row: mail.row, isByHand: mail.isByHand), thing: thing, row: mail.row,
            batch: mail.batch)
    }

    private func question(_ shown: [String], row: Int64, isByHand: Bool) -> Arrival.Question? {
        let (own, other) = leaving.rows.contains(row) ? (leaving.rows, staying) : (staying, leaving.rows)
        func stands(with side: Set<Int64>) -> Bool {
            side.contains { row in shown.contains { addresses[row]?.contains($0) ?? false } }
        }
        if stands(with: other) { return stands(with: own) ? .sharedAddress : .othersAddress }
        return isByHand ? .filedByHand : nil
    }

    private func mails() throws -> [ArrivedMail] {
        try connection.all(
            """
            SELECT m.id, p.id, p.ref, m.received_at, m.decided_by IS NOT NULL, m.direction = 'out', h.sender,
                   h.original_sender, h.recipients, h.subject, m.triage = 'application', a.id, a.ref,
                   coalesce(a.filed_after_merge >= \(merge.id), 0), m.batch_id
            FROM applicants p JOIN messages m ON m.applicant_id = p.id JOIN message_headers h ON h.message_id = m.id
            LEFT JOIN applications a ON a.id = m.application_id
            WHERE p.person_id = (SELECT person_id FROM applicants WHERE id = \(leaving.row))
              AND m.filed_after_merge >= \(merge.id)
            ORDER BY m.received_at, m.id
            """
        ) { row in
            let isOut = try row.bool(5)
            let sender = try row.textOrNil(7) ?? row.text(6)
            let shown = isOut ? try row.text(8).split(separator: ",") : [Substring(sender)]
            let isNew = try row.bool(13)
            return ArrivedMail(
                id: try row.int64(0), row: try row.int64(1), filedUnder: try row.text(2),
                receivedAt: try row.timestamp(3), isByHand: try row.bool(4) && !isOut,
                addresses: shown.map { $0.drop { $0 == " " }.lowercased() }, subject: try row.text(9),
                makesApplication: try row.bool(10) && isNew, newApplication: isNew ? try row.int64OrNil(11) : nil,
                applicationRef: try row.textOrNil(12), batch: try row.int64OrNil(14))
        }
    }

    /// Those of spreadsheets and of the library.
    private func applicationsWithoutMail() throws -> [Arrival] {
        try connection.all(
            """
            SELECT a.id, p.id, p.ref, a.ref, a.received_at, o.slug, a.batch_id
            FROM applicants p JOIN applications a ON a.applicant_id = p.id JOIN positions o ON o.id = a.position_id
            WHERE p.person_id = (SELECT person_id FROM applicants WHERE id = \(leaving.row))
              AND a.filed_after_merge >= \(merge.id)
              AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.application_id = a.id AND m.triage = 'application')
            """
        ) { row in
            let owner = try row.int64(1)
            let shown = (addresses[owner] ?? []).sorted()
            return Arrival(
                item: try row.text(3), receivedAt: try row.timestamp(4), filedUnder: try row.text(2),
                address: shown.first ?? "", subject: try row.text(5),
                question: question(shown, row: owner, isByHand: false), thing: .application(try row.int64(0)),
                row: owner, batch: try row.int64OrNil(6))
        }
    }
}

/// A mail that came since a merge.
private struct ArrivedMail {
    let id: Int64
    let row: Int64
    let filedUnder: String
    let receivedAt: Timestamp
    let isByHand: Bool
    let addresses: [String]
    let subject: String
    let makesApplication: Bool
    /// The application that it is in, where that came since the merge.
    let newApplication: Int64?
    let applicationRef: String?
    let batch: Int64?
}
