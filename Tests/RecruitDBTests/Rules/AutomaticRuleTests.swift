import Testing

@testable import RecruitDB

struct AutomaticRuleTests {
    @Test(arguments: Self.mails)
    func `what a machine sent is automatic`(mail: MailCase) {
        #expect(mail.decided.picture == mail.expected)
    }

    static let mails = [
        MailCase(
            "a bounce",
            """
            From: Mail Delivery System <mailer-daemon@example.org>
            Subject: Undelivered: PhD application
            Content-Type: multipart/report; report-type=delivery-status; boundary=x

            --x
            Content-Type: text/plain

            I apply.
            --x--
            """, "automatic"),
        MailCase(
            "an empty Return-Path",
            """
            Return-Path: <>
            From: Ada Byron <ada@example.org>
            Subject: PhD application
            [cv.pdf]

            I apply.
            """, "automatic"),
        MailCase(
            "Auto-Submitted",
            """
            Auto-Submitted: auto-replied
            From: Ada Byron <ada@example.org>
            Subject: PhD application

            I apply.
            """, "automatic"),
        MailCase(
            "Auto-Submitted: no is a person's",
            """
            Auto-Submitted: no
            From: Ada Byron <ada@example.org>
            Subject: PhD application

            I apply.
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
        MailCase(
            "Precedence: bulk",
            """
            Precedence: bulk
            From: News <ada@example.org>
            Subject: PhD application

            I apply.
            """, "automatic"),
        MailCase(
            "out of office, in Chinese",
            """
            From: Ada Byron <ada@example.org>
            Subject: 自动回复：博士申请

            我不在。
            """, "automatic"),
        MailCase(
            "out of office, traditional",
            """
            From: Ada Byron <ada@example.org>
            Subject: 自動回覆: 博士申請

            我不在。
            """, "automatic"),
        MailCase(
            "an automatic reply",
            """
            From: Ada Byron <ada@example.org>
            Subject: Automatic reply: PhD application

            I am away, I apply.
            """, "automatic"),
        MailCase(
            "automatic segmentation is a topic",
            """
            From: Ada Byron <ada@example.org>
            Subject: Automatic segmentation, PhD application
            [cv.pdf]

            Hello.
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
        MailCase(
            "another list",
            """
            List-Id: Jobs <jobs.lists.example.com>
            From: Ada Byron <ada@example.org>
            Subject: PhD application
            [cv.pdf]

            I apply.
            """, "automatic"),
        MailCase(
            "the lab's own list",
            """
            List-Id: The Lab <lab.lists.example.edu>
            Precedence: bulk
            From: Ada Byron <ada@example.org>
            Subject: PhD application
            [cv.pdf]

            I apply.
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
        MailCase(
            "List-Unsubscribe decides nothing",
            """
            List-Unsubscribe: <mailto:u@example.org>
            From: Ada Byron <ada@example.org>
            Subject: PhD application
            [cv.pdf]

            I apply.
            """, "application phd 2027-fall ada@example.org (Ada Byron)"),
        MailCase(
            "advertising with an apply word",
            """
            List-Unsubscribe: <mailto:u@example.org>
            From: Ed Itor <ed@example.com>
            Subject: PhD application editing

            Best prices.
            """, "undecided nothing_to_apply_with"),
        MailCase(
            "a member's out of office",
            """
            Auto-Submitted: auto-replied
            From: Hao Chen <chen@lab.example.edu>
            To: grace@example.org
            Subject: Automatic reply: PhD application

            Away.
            """, "automatic"),
    ]
}
