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
        let ref = try invocation.word(Self.ref)
        let database = try RecruitmentDatabase.openForReading(at: invocation.databasePath)
        let sections = try database.record(of: ref)
        if let person = try database.applicants.find(ref)?.mergedInto { StandardError.say("\(ref) is \(person) now") }
        try invocation.write(sections)
    }
}

extension Invocation {
    /// Writes the parts of a record one after the other.
    func write(_ sections: [RecordSection]) throws {
        let style = try listingStyle()
        guard style.format != .xlsx else { throw usage("show has several tables, and a sheet has one") }
        let isObject = style.format == .json
        let isForPeople = !choosesFormat
        for (index, section) in sections.enumerated() {
            if isObject {
                print(raw: "\(index == 0 ? "{" : ",")\"\(section.title)\":")
            } else {
                print(raw: "\(index == 0 ? "" : "\n")\(section.title)\n")
            }
            try write(section.listing, isForPeople ? Self.sectionStyle(of: index, section.title, like: style) : style)
        }
        if isObject { print("}") }
    }

    /// For people, what the application or person is stands in lines, and what belongs to it in boxes.
    private static func sectionStyle(of section: Int, _ title: String, like style: ListingStyle) -> ListingStyle {
        var style = style
        // A long text fits into no box.
        style.format = section == 0 || title == "text" ? .line : .box
        return style
    }
}
