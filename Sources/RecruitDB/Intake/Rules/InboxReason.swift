/// Why a person must decide about a mail.
enum InboxReason: String, Sendable, CaseIterable {
    case noPosition = "no_position"
    case twoPositions = "two_positions"
    case positionUnclear = "position_unclear"
    case question
    case otherSubject = "other_subject"
    case nothingToApplyWith = "nothing_to_apply_with"
    case noAddress = "no_address"
    case officeAddress = "office_address"
    case severalMessages = "several_messages"
    case forwardFromOutside = "forward_from_outside"
    case thirdPerson = "third_person"
    case referenceLetter = "reference_letter"
    case withdrawal
    case anotherName = "another_name"
    case anotherSender = "another_sender"
    case appliedBefore = "applied_before"
    case importUndone = "import_undone"
    case unmerged

    /// One sentence for people.
    var sentence: String {
        switch self {
        case .noPosition: "The subject names no position of the call."
        case .twoPositions: "The subject names more than one position."
        case .positionUnclear: "The subject's word for a position may be a title or a degree."
        case .question: "It asks a question."
        case .otherSubject: "The subject is about something else than applying."
        case .nothingToApplyWith: "A position is named, but nothing says that the sender applies."
        case .noAddress: "There is no address of an applicant in it."
        case .officeAddress: "The address is an office's or a list's, not a person's."
        case .severalMessages: "It holds several messages, or messages of several people."
        case .forwardFromOutside: "Someone outside the lab forwards it."
        case .thirdPerson: "It seems to be written for another person."
        case .referenceLetter: "It seems to be a letter of reference about an applicant."
        case .withdrawal: "An applicant seems to withdraw."
        case .anotherName: "The address is known under another name."
        case .anotherSender: "It answers in the thread of another person's application."
        case .appliedBefore: "This person has applied for this position before."
        case .importUndone: "The import with the application that it belonged to was taken back."
        case .unmerged: "Two people were taken apart, and whose it is has no application that it joins."
        }
    }
}
