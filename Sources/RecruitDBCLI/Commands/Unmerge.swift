import RecruitDB

/// One person made two again.
struct Unmerge: Command {
    static let name = "unmerge"
    static let person = Argument("ref", "who is a person of their own again, such as P-0057")
    static let take = Option(
        "take", value: "item", "a message's number or an application that is theirs; may be repeated")
    static let keep = Option("keep", value: "item", "one that is not theirs but the other one's (may be repeated)")
    static let leaveRest = Flag("leave-rest", "leave all others where they are filed")
    static let specification = Specification(
        "Takes two people apart again, exactly as they were, with what came since",
        discussion: """
            What came since the merge goes with the number under which it is filed: whose address it came from. Where the \
            address stands with both, or somebody filed it by hand, a person says whose it is: on a terminal it is asked, \
            elsewhere --take, --keep and --leave-rest answer.
            """,
        arguments: [person], options: [take, keep, .by] + Option.listing, flags: [leaveRest, .dryRun] + Flag.listing,
        examples: [
            "recruitdb unmerge P-0057", "recruitdb unmerge P-0057 --dry-run",
            "recruitdb unmerge P-0057 --take 312 --take A-2026-0044 --leave-rest",
        ])

    func run(_ invocation: Invocation) throws {
        let ref = try invocation.word(Self.person)
        let style = try invocation.listingStyle()
        let database = try RecruitmentDatabase(path: invocation.databasePath)
        var answers = UnmergeAnswers(
            taken: invocation.values(Self.take), kept: invocation.values(Self.keep),
            leavesRest: invocation[Self.leaveRest])
        var isListed = false
        let open = try database.arrivals(sinceMergeOf: ref).filter { arrival in
            arrival.question != nil && !answers.taken.contains(arrival.item) && !answers.kept.contains(arrival.item)
        }
        if !open.isEmpty, !answers.leavesRest {
            if Terminal.input.isInteractive, Terminal.error.isInteractive, !invocation[.dryRun] {
                try ask(ref, open, &answers)
            } else {
                try invocation.write(Listing(open), style)
                isListed = true
            }
        }
        // What is open is listed, and the rest can be tried.
        if invocation[.dryRun], !open.isEmpty { answers.leavesRest = true }
        let person = try database.unmerge(ref, answers: answers, by: invocation.handle, isDryRun: invocation[.dryRun])
        for sentence in sentences(person, isDryRun: invocation[.dryRun]) {
            if isListed { StandardError.say(sentence) } else { invocation.print(sentence) }
        }
    }

    private func sentences(_ person: UnmergedPerson, isDryRun: Bool) -> [String] {
        let all = ([person.person] + person.others).joined(separator: ", ")
        let verb = isDryRun ? "would be" : person.others.isEmpty ? "is" : "are"
        let apart = "\(all) \(verb) apart from \(person.formerPerson) again"
        guard !person.moved.isEmpty else { return [apart] }
        return [apart, "\(person.moved.joined(separator: ", ")) \(isDryRun ? "would go" : "went") to the other one"]
    }

    /// Asks of each thing whose it is; an empty answer leaves it.
    private func ask(_ ref: String, _ open: [Arrival], _ answers: inout UnmergeAnswers) throws {
        for arrival in open {
            StandardError.say(
                "\(arrival.item), \(arrival.receivedAt.description.prefix(10)), \(Excerpt.of(arrival.address)): "
                    + "\(Excerpt.of(arrival.subject)); filed under \(arrival.filedUnder): "
                    + "\(arrival.question?.rawValue ?? "")")
            answer: while true {
                StandardError.write("is it \(ref)'s? [y]es, [n]o, Enter leaves it there, [q]uit: ")
                switch readLine()?.lowercased() {
                case "y", "yes": answers.taken.append(arrival.item)
                case "n", "no": answers.kept.append(arrival.item)
                case "": break
                case nil, "q", "quit": throw RecruitmentError(.interrupted, "nothing was changed")
                default: continue answer
                }
                break
            }
        }
        answers.leavesRest = true
    }
}
