import Testing

@testable import RecruitDB

struct ApplicantRuleTests {
    @Test(arguments: Self.mails)
    func `the applicant is whom the lab would answer`(mail: MailCase) {
        #expect(mail.decided.picture == mail.expected)
    }

    static let mails = [
        MailCase(
            "Reply-To counts",
            """
            From: Ada Byron <ada@uni.example.edu>
            Reply-To: ada.byron@example.org
            Subject: PhD application
            [cv.pdf]

            Hello.
            """, "application phd 2027-fall ada.byron@example.org (Ada Byron)"),
        MailCase(
            "a Reply-To that nobody reads",
            """
            From: Ada Byron <ada@example.org>
            Reply-To: no-reply@example.com
            Subject: PhD application
            [cv.pdf]

            Hello.
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
        MailCase(
            "a Reply-To of the lab",
            """
            From: Ada Byron <ada@example.org>
            Reply-To: lab@lists.example.edu
            Subject: PhD application
            [cv.pdf]

            Hello.
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
        MailCase(
            "a form service",
            """
            From: Web Form <noreply@forms.example.com>
            Reply-To: Ada Byron <ada@example.org>
            Subject: PhD application
            [cv.pdf]

            Hello.
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
        MailCase(
            "only a machine",
            """
            From: Web Form <noreply@forms.example.com>
            Subject: PhD application
            [cv.pdf]

            Hello.
            """, "undecided no_address"),
        MailCase(
            "an office",
            """
            From: Admissions <admissions@example.edu>
            Subject: PhD application
            [cv.pdf]

            Hello.
            """, "undecided office_address"),
        MailCase(
            "via the lab's list",
            """
            From: 'Ada Byron' via Lab <lab@lists.example.edu>
            Reply-To: Ada Byron <ada@example.org>
            List-Id: <lab.lists.example.edu>
            Subject: PhD application
            [cv.pdf]

            Hello.
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
        MailCase(
            "via a group, the author in X-Original-From",
            """
            From: 'Ada Byron' via Lab <lab@lists.example.edu>
            X-Original-From: Ada Byron <ada@example.org>
            List-Id: <lab.lists.example.edu>
            Subject: PhD application
            [cv.pdf]

            Hello.
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
        MailCase(
            "Resent-From changes nothing",
            """
            Resent-From: Mei Lin <mei@lab.example.edu>
            From: Ada Byron <ada@example.org>
            Subject: PhD application
            [cv.pdf]

            Hello.
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
    ]
}
