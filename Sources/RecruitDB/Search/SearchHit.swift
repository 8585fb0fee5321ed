/// A page of somebody's paper on which the words of a search stand.
public struct SearchHit: Sendable, Hashable {
    /// The applicant's ref: `P-0041`.
    public var person: String
    /// Their name, where it is known.
    public var name: String?
    /// The application that the paper came with, where it came with one: `A-2027-0041`.
    public var application: String?
    /// The refs of the person's applications, ascending; of those for one position where the search named one.
    public var applications: [String]
    /// A code of `document_types`: cv, transcript, ...
    public var documentType: String
    /// The name that the sender gave the paper.
    public var filename: String?
    /// Whether it is a referee's letter, which the applicant never sees.
    public var isConfidential: Bool
    /// The page of the paper, from 1.
    public var page: Int
    /// The line of the page's text, from 1.
    public var lineNumber: Int
    /// The line with most of the words, the first of such.
    ///
    /// A long one is cut around them, which `…` shows. Where a word or phrase goes on in the next line, that follows.
    public var line: String
}
