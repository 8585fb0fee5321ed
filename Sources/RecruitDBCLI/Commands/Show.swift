import RecruitDB

/// One application or person, whole.
struct Show: Command {
    static let name = "show"
    static let ref = Argument("ref", "an application such as A-2026-0041, or a person such as P-0041")
    static let specification = Specification(
        "Shows all that is known of an application or a person: papers, history, mail",
        discussion: "With --format json the parts are the members of one object, each an array of rows.",
        arguments: [ref], options: Option.listing, flags: Flag.listing,
        examples: ["recruitdb show A-2026-0041", "recruitdb show P-0041 --format json"])

    func run(_ invocation: Invocation) throws {
        let style = try invocation.listingStyle()
        guard style.format != .xlsx else { throw invocation.usage("show has several tables, and a sheet has one") }
        let ref = try invocation.word(Self.ref)
        let database = try RecruitmentDatabase.openForReading(at: invocation.databasePath)
        let sections = try database.record(of: ref)
        if let person = try database.applicants.find(ref)?.mergedInto { StandardError.say("\(ref) is \(person) now") }
        let isObject = style.format == .json
        let isForPeople = !invocation.choosesFormat
        for (index, section) in sections.enumerated() {
            if isObject {
                invocation.print(raw: "\(index == 0 ? "{" : ",")\"\(section.title)\":")
            } else {
                invocation.print(raw: "\(index == 0 ? "" : "\n")\(section.title)\n")
            }
            try invocation.write(section.listing, isForPeople ? Self.style(of: index, like: style) : style)
        }
        if isObject { invocation.print("}") }
    }

    /// For people, what the application or person is stands in lines, and what belongs to it in boxes.
    private static func style(of section: Int, like style: ListingStyle) -> ListingStyle {
        var style = style
        style.format = section == 0 ? .line : .box
        return style
    }
}
