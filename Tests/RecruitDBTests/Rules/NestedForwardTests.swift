import Testing

@testable import RecruitDB

struct NestedForwardTests {
    @Test(arguments: Self.mails)
    func `a forward belongs to the innermost sender outside the lab`(mail: MailCase) {
        #expect(mail.decided.picture == mail.expected)
    }

    static let mails = [
        forwarded(
            "twice, by two members", subject: "Fwd: Fwd: PhD application",
            """
            ---------- Forwarded message ---------
            From: Mei Lin <mei@lab.example.edu>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: Fwd: PhD application
            To: <chen@lab.example.edu>

            ---------- Forwarded message ---------
            From: Ada Byron <ada@example.org>
            Date: Mon, 23 Nov 2026 at 10:00
            Subject: PhD application
            To: <mei@lab.example.edu>

            I would like to apply.
            """, adaForwarded),
        forwarded(
            "through a colleague outside",
            """
            ---------- Forwarded message ---------
            From: Colin Colleague <colin@example.com>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: Fwd: PhD application
            To: <chen@lab.example.edu>

            For you.

            From: Ada Byron <ada@example.org>
            Sent: Monday, November 23, 2026 10:00 AM
            To: Colin Colleague
            Subject: PhD application

            I would like to apply.
            """, adaForwarded),
        forwarded(
            "an applicant's answer that quotes the lab",
            """
            ---------- Forwarded message ---------
            From: Ada Byron <ada@example.org>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: Re: PhD application
            To: <chen@lab.example.edu>

            I would like to apply for a PhD.

            From: Hao Chen <chen@lab.example.edu>
            Sent: Monday, November 23, 2026 10:00 AM
            To: Ada Byron
            Subject: PhD application

            How to apply? What is the deadline?
            """, adaForwarded),
        forwarded(
            "two people side by side",
            """
            ---------- Forwarded message ---------
            From: Ada Byron <ada@example.org>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: PhD application
            To: <chen@lab.example.edu>

            I apply.

            ---------- Forwarded message ---------
            From: Bob Boole <bob@example.org>
            Date: Mon, 23 Nov 2026 at 10:00
            Subject: PhD application
            To: <chen@lab.example.edu>

            I apply.
            """, "undecided several_messages"),
        forwarded("no block at all", "See the attached CV.", "undecided no_address"),
        forwarded(
            "from an office",
            """
            ---------- Forwarded message ---------
            From: Graduate School <admissions@example.edu>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: PhD application
            To: <chen@lab.example.edu>

            See attached.
            """, "undecided office_address"),
        forwarded(
            "only the lab inside",
            """
            ---------- Forwarded message ---------
            From: Mei Lin <mei@lab.example.edu>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: PhD application
            To: <chen@lab.example.edu>

            See attached.
            """, "undecided no_address"),
    ]
}
