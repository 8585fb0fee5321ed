import RecruitDB

/// Two persons made one.
struct Merge: Command {
    static let name = "merge"
    static let kept = Argument("ref", "who stays, such as P-0041")
    static let merged = Argument("other", "who turned out to be that person, such as P-0057")
    static let certain = Flag("certain", "merge them although somebody said that they are two")
    static let specification = Specification(
        "Makes two people one, until unmerge takes them apart again",
        discussion: """
            Nothing moves: papers, history and mail of both stay where they are filed and are shown as one person's, and \
            new mail finds the person under either address.
            """,
        arguments: [kept, merged], options: [.by], flags: [certain, .dryRun],
        examples: ["recruitdb merge P-0041 P-0057", "recruitdb merge P-0041 P-0057 --dry-run"])

    func run(_ invocation: Invocation) throws {
        let person = try RecruitmentDatabase(path: invocation.databasePath).merge(
            invocation.word(Self.merged), into: invocation.word(Self.kept), by: invocation.handle,
            isCertain: invocation[Self.certain], isDryRun: invocation[.dryRun])
        let applications = person.applications.isEmpty ? "no application" : person.applications.joined(separator: ", ")
        invocation.print(
            "\(person.merged.joined(separator: ", ")) \(invocation[.dryRun] ? "would be" : "is now") \(person.person), with "
                + "\(applications), \(person.papers) papers and \(person.messages) messages")
        if !person.openTwice.isEmpty {
            StandardError.say(
                "\(person.person) has two open applications for \(person.openTwice.joined(separator: ", ")): "
                    + "decide one of them, for example withdrawn")
        }
    }
}
