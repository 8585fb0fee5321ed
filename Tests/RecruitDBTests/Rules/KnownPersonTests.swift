import Testing

@testable import RecruitDB

struct KnownPersonTests {
    @Test(arguments: Self.mails)
    func `names, withdrawals and other people behind a known address are seen`(mail: MailCase) {
        #expect(mail.decided.picture == mail.expected)
    }

    static let mails = [
        MailCase(
            "another name behind the address",
            """
            From: Wang Fang <couple@example.org>
            Subject: Research assistant application
            [cv.pdf]

            I apply.
            """, "undecided another_name"),
        MailCase(
            "the same name in another order and script",
            """
            From: 李伟 <couple@example.org>
            Subject: 成绩单
            [成绩单.pdf]

            老师好
            """, "supplement -> A-2027-0002"),
        MailCase(
            "no name",
            """
            From: couple@example.org
            Subject: transcript
            [transcript.pdf]

            Hello
            """, "supplement -> A-2027-0002"),
        MailCase(
            "a stranger in the thread",
            """
            From: Bob Boole <bob@example.org>
            In-Reply-To: <grace@thread>
            Subject: Re: PhD application
            [cv.pdf]

            I apply too.
            """, "undecided another_sender"),
        MailCase(
            "the applicant answers from a new address",
            """
            From: Grace Hopper <grace.hopper@example.com>
            In-Reply-To: <grace@thread>
            Subject: Re: PhD application

            Thank you.
            """, "reply -> A-2027-0001"),
        MailCase(
            "a new address is a new person",
            """
            From: Grace Hopper <grace.hopper@example.com>
            Subject: PhD application
            [cv.pdf]

            I apply.
            """, "application phd 2027-fall grace.hopper@example.com (Grace Hopper)"),
        MailCase(
            "a withdrawal joins and is shown",
            """
            From: Grace Hopper <grace@example.org>
            In-Reply-To: <grace@thread>
            Subject: Re: PhD application

            I have to withdraw my application, sorry.
            """, "undecided withdrawal -> A-2027-0001"),
        MailCase(
            "a withdrawal without a thread",
            """
            From: Grace Hopper <grace@example.org>
            Subject: 撤回申请

            抱歉
            """, "undecided withdrawal -> A-2027-0001"),
        MailCase(
            "a withdrawal from one of two",
            """
            From: Emmy Noether <two@example.org>
            Subject: Withdrawal

            I withdraw my application.
            """, "undecided withdrawal"),
        MailCase(
            "an applicant sends a friend's CV",
            """
            From: Grace Hopper <grace@example.org>
            Subject: A friend
            [bob_cv.pdf]

            My friend Bob would like to apply.
            """, "undecided third_person"),
        MailCase(
            "an applicant forwards a friend's mail",
            """
            From: Grace Hopper <grace@example.org>
            Subject: Fwd: PhD application
            [message: bob]

            See below.
            """, "undecided forward_from_outside ? bob@example.org"),
        MailCase(
            "an applicant forwards what the registry sent",
            """
            From: Grace Hopper <grace@example.org>
            Subject: Fwd: Official transcript
            [transcript.pdf]

            ---------- Forwarded message ---------
            From: Registry <registry@example.edu>
            Date: Mon, 23 Nov 2026
            Subject: Official transcript
            To: Grace Hopper <grace@example.org>

            Attached.
            """, "supplement -> A-2027-0001"),
    ]
}
