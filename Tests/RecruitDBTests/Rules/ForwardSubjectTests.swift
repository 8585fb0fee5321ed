import Testing

@testable import RecruitDB

struct ForwardSubjectTests {
    @Test(arguments: Self.mails)
    func `in a forward the outer subject counts, then the inner one`(mail: MailCase) {
        #expect(mail.decided.picture == mail.expected)
    }

    static let mails = [
        forwarded(
            "the outer subject names none, the inner one does", subject: "Fwd: a strong one",
            """
            ---------- Forwarded message ---------
            From: Ada Byron <ada@example.org>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: Application for postdoc
            To: <chen@lab.example.edu>

            Hello.
            """, "application postdoc 2027-fall ada@example.org (Ada Byron) forwarded"),
        forwarded(
            "the outer subject counts", subject: "Fwd: for RA",
            """
            ---------- Forwarded message ---------
            From: Ada Byron <ada@example.org>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: Application for postdoc
            To: <chen@lab.example.edu>

            Hello.
            """, "application research-assistant 2027-fall ada@example.org (Ada Byron) forwarded"),
        forwarded(
            "two positions in the outer subject", subject: "Fwd: PhD or RA",
            """
            ---------- Forwarded message ---------
            From: Ada Byron <ada@example.org>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: Application for postdoc
            To: <chen@lab.example.edu>

            Hello.
            """, "undecided two_positions"),
        forwarded(
            "a question inside",
            """
            ---------- Forwarded message ---------
            From: Ada Byron <ada@example.org>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: PhD application
            To: <chen@lab.example.edu>

            Do you have open positions?
            """, "undecided question"),
        forwarded(
            "the intake of the inner subject",
            """
            ---------- Forwarded message ---------
            From: Ada Byron <ada@example.org>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: PhD application, Spring 2028
            To: <chen@lab.example.edu>

            Hello.
            """, "application phd 2028-spring ada@example.org (Ada Byron) forwarded"),
        forwarded(
            "of an applicant on file",
            """
            ---------- Forwarded message ---------
            From: Grace Hopper <grace@example.org>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: PhD application
            To: <chen@lab.example.edu>

            My CV.
            """, "supplement -> A-2027-0001"),
        MailCase(
            "an attached message",
            """
            From: Hao Chen <chen@lab.example.edu>
            Subject: new one
            [message: ada]

            See attached.
            """, adaForwarded),
        MailCase(
            "an attached message in an attached message",
            """
            From: Hao Chen <chen@lab.example.edu>
            Subject: Fwd: new one
            [message: ada by a member]

            See attached.
            """, adaForwarded),
        MailCase(
            "an attached message that a colleague outside attached",
            """
            From: Hao Chen <chen@lab.example.edu>
            Subject: Fwd: new one
            [message: ada by a colleague]

            See attached.
            """, adaForwarded),
        MailCase(
            "two attached messages",
            """
            From: Hao Chen <chen@lab.example.edu>
            Subject: Fwd: PhD applications
            [message: ada]
            [message: bob]

            See attached.
            """, "undecided several_messages"),
        MailCase(
            "an office's attached message",
            """
            From: Hao Chen <chen@lab.example.edu>
            Subject: Fwd: PhD application
            [message: office]

            See attached.
            """, "undecided office_address"),
        MailCase(
            "from the lab's shared address",
            """
            From: The Lab <apply@lab.example.edu>
            Subject: Fwd: PhD application
            [message: ada]

            See attached.
            """, adaForwarded),
    ]
}
