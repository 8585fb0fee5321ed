import RecruitDB

/// One sitting over the inbox.
struct ReviewSession {
    /// What a person decided about a message.
    private enum Decision {
        case assign(InboxAssignment)
        case dismiss(Int64, as: String)
    }

    private let database: RecruitmentDatabase
    private let by: String
    private let output: ResultOutput
    private let keyboard = Keyboard()
    private let items: [InboxItem]
    private let positions: [String]
    private var place = 0
    /// The last decision and where it was made; it counts when the next one is made.
    private var pending: (decision: Decision, place: Int)?
    private var decided = 0

    init(_ database: RecruitmentDatabase, by: String, output: ResultOutput) throws {
        self.database = database
        self.by = by
        self.output = output
        items = try database.inboxItems()
        positions = try database.positions.all().map(\.slug)
    }

    /// Shows one message after the other until there is none, or the person has enough.
    mutating func run() throws {
        keyboard.begin()
        defer { keyboard.end() }
        sitting: while true {
            guard place < items.count else {
                guard pending != nil else { break }
                try show("that was the last; u takes the last decision back, another key ends\n")
                guard keyboard.next() == "u" else { break }
                try takeBack()
                continue
            }
            let item = items[place]
            try show(ReviewCard(item, place: place + 1, of: items.count).text(for: .output))
            answer: while true {
                guard let key = keyboard.next(), key != "q" else { break sitting }
                switch key {
                case "s", " ": place += 1
                case "u": try takeBack()
                case "t":
                    try read(item)
                    continue answer
                default:
                    guard let decision = try decision(key, about: item) else { continue answer }
                    try apply()
                    pending = (decision, place)
                    place += 1
                }
                break answer
            }
        }
        try apply()
        let left = items.count - decided
        try show("\(decided) decided, \(left) left\n")
    }

    private func decision(_ key: Character, about item: InboxItem) throws -> Decision? {
        let kinds: [Character: String] = ["e": "enquiry", "m": "automatic", "x": "spam", "o": "other"]
        if let kind = kinds[key] { return .dismiss(item.number, as: kind) }
        switch key {
        case "a", "\r", "\n":
            if item.isReferenceLetter, let applicant = item.applicant {
                return .assign(
                    InboxAssignment(message: item.number, applicant: applicant, isReferenceLetter: true))
            }
            guard let position = item.position else {
                try show("nothing is suggested: p chooses a position, t shows the text\n")
                return nil
            }
            return .assign(InboxAssignment(message: item.number, position: position, applicant: item.applicant))
        case "p", "n":
            guard let position = try choosePosition() else { return nil }
            let applicant = key == "p" ? item.applicant : nil
            return .assign(InboxAssignment(message: item.number, position: position, applicant: applicant))
        default: return nil
        }
    }

    private func choosePosition() throws -> String? {
        let choices = positions.prefix(9).enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "  ")
        try show("for which? \(choices)  (another key: none)\n")
        guard let key = keyboard.next(), let number = key.wholeNumberValue, (1...9).contains(number),
            number <= positions.count
        else { return nil }
        return positions[number - 1]
    }

    /// Does the last decision; one that cannot be done is told, and its message stays in the inbox.
    private mutating func apply() throws {
        guard let (decision, _) = pending else { return }
        pending = nil
        do {
            switch decision {
            case .assign(let assignment):
                let placed = try database.assign(assignment, by: by)
                let whose = [placed.applicant, placed.application].compactMap { $0 }.joined(separator: ", ")
                try show("message \(assignment.message) is now \(placed.triage) of \(whose)\n")
            case .dismiss(let message, let kind):
                try database.dismiss(message, as: kind, by: by)
                try show("message \(message) is dismissed as \(kind)\n")
            }
            decided += 1
        } catch let error as RecruitmentError {
            try show("it stays in the inbox: \(error.message)\n")
        }
    }

    private mutating func takeBack() throws {
        guard let last = pending else { return try show("nothing to take back\n") }
        pending = nil
        place = last.place
    }

    private func read(_ item: InboxItem) throws {
        keyboard.end()
        defer { keyboard.begin() }
        let pager = Pager(rows: Terminal.output.rows)
        let text = ReviewCard.harmless(try database.text(ofMessage: item.number)) + "\n"
        _ = Array(text.utf8).withUnsafeBufferPointer { pager.take($0) }
        pager.finish()
    }

    private func show(_ text: String) throws {
        output.append(text)
        try output.flush()
    }
}
