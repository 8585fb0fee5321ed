/// A person who applied (JSON Resume `basics`).
public struct Applicant: Sendable, Hashable {
    /// What people quote: `P-0041`. Empty until the applicant is added.
    public var ref: String
    /// The name as the person writes it.
    public var name: String?
    /// The given name, where it is known apart.
    public var givenName: String?
    /// The family name, where it is known apart.
    public var familyName: String?
    /// The name in its own script.
    public var nativeName: String?
    /// Addresses, the one to write to first.
    public var emails: [String]
    /// Date of the first mail.
    public var firstSeenAt: Timestamp
    /// The ref of who this one turned out to be; nil for a person under one number.
    public internal(set) var mergedInto: String?

    /// A person; the ref is given when the person is added.
    public init(
        ref: String = "", name: String?, givenName: String? = nil, familyName: String? = nil,
        nativeName: String? = nil, emails: [String], firstSeenAt: Timestamp
    ) {
        self.ref = ref
        self.name = name
        self.givenName = givenName
        self.familyName = familyName
        self.nativeName = nativeName
        self.emails = emails
        self.firstSeenAt = firstSeenAt
    }

    init(
        ref: String, name: String?, givenName: String?, familyName: String?, nativeName: String?, emails: [String],
        firstSeenAt: Timestamp, mergedInto: String?
    ) {
        self.init(
            ref: ref, name: name, givenName: givenName, familyName: familyName, nativeName: nativeName, emails: emails,
            firstSeenAt: firstSeenAt)
        self.mergedInto = mergedInto
    }
}
