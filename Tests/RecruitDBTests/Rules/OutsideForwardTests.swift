import Testing

@testable import RecruitDB

struct OutsideForwardTests {
    @Test(arguments: Self.mails)
    func `a forward by someone outside waits, an answer that quotes is none`(mail: MailCase) {
        #expect(mail.decided.picture == mail.expected)
    }

    static let mails = [
        MailCase(
            "a colleague forwards",
            """
            From: Colin Colleague <colin@example.com>
            Subject: Fwd: PhD application
            [cv.pdf]

            ---------- Forwarded message ---------
            From: Ada Byron <ada@example.org>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: PhD application
            To: <colin@example.com>

            I apply.
            """, "undecided forward_from_outside ? ada@example.org"),
        MailCase(
            "a colleague attaches",
            """
            From: Colin Colleague <colin@example.com>
            Subject: PhD application
            [message: ada]

            For you.
            """, "undecided forward_from_outside ? ada@example.org"),
        MailCase(
            "a colleague forwards without a prefix",
            """
            From: Colin Colleague <colin@example.com>
            Subject: PhD application
            [cv.pdf]

            发件人：Ada Byron <ada@example.org>
            发送时间：2026年11月23日
            收件人：colin@example.com
            主题：博士申请

            我想申请
            """, "undecided forward_from_outside ? ada@example.org"),
        MailCase(
            "only a prefix",
            """
            From: Colin Colleague <colin@example.com>
            Subject: FW: PhD application
            [cv.pdf]

            See attached, I apply.
            """, "undecided forward_from_outside ? -"),
        MailCase(
            "an applicant forwards their own mail",
            """
            From: Ada Byron <ada@example.org>
            Subject: Fwd: PhD application
            [cv.pdf]

            ---------- Forwarded message ---------
            From: Ada Byron <ada@example.org>
            Date: Mon, 23 Nov 2026 at 11:00
            Subject: PhD application
            To: <chen@lab.example.edu>

            I apply.
            """, "undecided forward_from_outside ? ada@example.org"),
        MailCase(
            "a letter with a head of its own",
            """
            From: Ada Byron <ada@example.org>
            Subject: Internship

            From: Ada Byron, ada@example.org
            Date: 24 November 2026
            To: Prof. Chen
            Subject: Internship

            Respected Sir, I would like to apply.
            """, "application intern 2027-fall ada@example.org (Ada Byron)"),
        MailCase(
            "an answer that quotes the lab",
            """
            From: Ada Byron <ada@example.org>
            Subject: Re: PhD application
            [cv.pdf]

            I apply.

            From: Hao Chen <chen@lab.example.edu>
            Sent: Monday, November 23, 2026 10:00 AM
            To: Ada Byron
            Subject: PhD application

            What is the deadline?
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
        MailCase(
            "an answer without Re that quotes the lab",
            """
            From: Ada Byron <ada@example.org>
            Subject: PhD application
            [cv.pdf]

            I apply.

            From: Hao Chen <chen@lab.example.edu>
            Sent: Monday, November 23, 2026 10:00 AM
            To: Ada Byron
            Subject: Our places

            What is the deadline?
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
        MailCase(
            "an answer with an attribution",
            """
            From: Ada Byron <ada@example.org>
            Subject: Re: PhD application
            [cv.pdf]

            I apply.

            On Mon, 23 Nov 2026 at 10:00, Hao Chen <chen@lab.example.edu>
            wrote:
            > How to apply?
            > What is the deadline?
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
    ]
}
