import Testing

@testable import RecruitDB

struct OwnMailRuleTests {
    @Test(arguments: Self.mails)
    func `what the lab wrote is sent and answers an applicant`(mail: MailCase) {
        #expect(mail.decided.picture == mail.expected)
    }

    static let mails = [
        MailCase(
            "a member writes to an applicant",
            """
            From: Hao Chen <CHEN@LAB.EXAMPLE.EDU>
            To: Grace Hopper <Grace@Example.org>
            Subject: Interview

            Can you come on Friday?
            """, "sent -> A-2027-0001"),
        MailCase(
            "a member answers in a thread",
            """
            From: Hao Chen <chen@lab.example.edu>
            To: Emmy Noether <two@example.org>
            In-Reply-To: <two@thread>
            Subject: Re: PhD and internship

            Thank you.
            """, "sent -> A-2027-0003"),
        MailCase(
            "to a person with two applications, without a thread",
            """
            From: Hao Chen <chen@lab.example.edu>
            To: Emmy Noether <two@example.org>
            Subject: Hello

            Thank you.
            """, "sent"),
        MailCase(
            "a member answers a stranger and quotes",
            """
            From: Hao Chen <chen@lab.example.edu>
            To: Ada Byron <ada@example.org>
            Subject: Re: PhD application
            [cv.pdf]

            Thank you.

            From: Ada Byron <ada@example.org>
            Sent: Monday, 23 November 2026 10:00
            To: Hao Chen <chen@lab.example.edu>
            Subject: PhD application

            I would like to apply.
            """, "sent"),
        MailCase(
            "a member's own words about an application",
            """
            From: Mei Lin <mei@lab.example.edu>
            Subject: PhD application of Ada
            [cv.pdf]

            I apply the rules to her.
            """, "sent"),
        MailCase(
            "an answer to a forward inside the lab",
            """
            From: Mei Lin <mei@lab.example.edu>
            Subject: Re: Fwd: PhD application
            [cv.pdf]

            I like her.

            ---------- Forwarded message ---------
            From: Ada Byron <ada@example.org>
            Date: Mon, 23 Nov 2026
            Subject: PhD application
            To: <chen@lab.example.edu>

            I apply.
            """, "sent"),
        MailCase(
            "the lab's shared address writes",
            """
            From: The Lab <apply@lab.example.edu>
            To: grace@example.org
            Subject: Your PhD application

            Thank you.
            """, "sent -> A-2027-0001"),
    ]
}
