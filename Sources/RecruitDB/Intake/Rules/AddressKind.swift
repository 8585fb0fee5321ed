/// Whose an address seems to be, by its own words.
enum AddressKind: Sendable, Equatable {
    case person
    /// `noreply`, `mailer-daemon`: nobody reads it.
    case machine
    /// `admissions`, `secretary`: several people, none of them an applicant.
    case office
    case list

    init(_ address: String) {
        let folded = Laboratory.folded(address)
        let at = folded.utf8.lastIndex(of: 0x40) ?? folded.utf8.endIndex
        let local = folded[..<at]
        let domain = folded[at...].utf8.dropFirst()
        let letters = String(decoding: local.utf8.filter { $0 >= 0x61 && $0 <= 0x7A }, as: UTF8.self)
        let words = local.utf8.split { $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || $0 == 0x2B }
            .map { String(decoding: $0, as: UTF8.self) }
        let hosts = domain.split(separator: 0x2E).map { String(decoding: $0, as: UTF8.self) }
        if Self.machines.contains(letters) || letters.hasPrefix("noreply") || letters.hasSuffix("noreply")
            || letters.hasPrefix("donotreply") || words.contains(where: Self.machineWords.contains)
        {
            self = .machine
        } else if hosts.contains(where: Self.listHosts.contains) || words.contains(where: Self.listWords.contains) {
            self = .list
        } else if Self.offices.contains(letters) || words.contains(where: Self.officeWords.contains) {
            self = .office
        } else {
            self = .person
        }
    }

    private static let machines: Set<String> = .words(
        """
        mailerdaemon postmaster system robot automailer root daemon webmaster mailer form forms
        """)
    private static let machineWords: Set<String> = .words(
        """
        daemon bounce bounces notification notifications notify alerts noreply autoreply nobody
        """)
    private static let listHosts: Set<String> = .words(
        """
        lists list googlegroups groups listserv mailman
        """)
    private static let listWords: Set<String> = .words(
        """
        list lists announce subscribers owner request listserv
        """)
    private static let officeWords: Set<String> = .words(
        """
        admission admissions office secretary secretariat registrar registry recruitment recruiting careers jobs
        newsletter helpdesk enquiries inquiries enquiry inquiry gradschool hr
        """)
    private static let offices: Set<String> = .words(
        """
        info contact support service services admin administration administrator dean department dept school
        faculty staff students members team group lab all news marketing sales editor editorial conference workshop
        committee graduate graduateschool graduatestudies career recruit recruiter job phd postdoc apply
        applications application
        """)
}
