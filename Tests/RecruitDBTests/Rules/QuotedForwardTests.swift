import Testing

@testable import RecruitDB

struct QuotedForwardTests {
    @Test(arguments: Self.mails)
    func `the block of each mail program shows the sender`(mail: MailCase) {
        #expect(mail.decided.picture == mail.expected)
    }

    static let mails = [
        forwarded(
            "Gmail",
            """
            Please have a look?

            ---------- Forwarded message ---------
            From: Ada Byron <ada@example.org>
            Date: Mon, 23 Nov 2026 at 10:00
            Subject: PhD application
            To: <chen@lab.example.edu>

            Dear Prof. Chen, I would like to apply.
            """, adaForwarded),
        forwarded(
            "Outlook", subject: "FW: PhD application",
            """
            FYI

            From: Ada Byron <ada@example.org>
            Sent: Monday, November 23, 2026 10:00 AM
            To: Hao Chen <chen@lab.example.edu>
            Cc: Someone <someone@example.com>
            Subject: PhD application

            I would like to apply.
            """, adaForwarded),
        forwarded(
            "Outlook with mailto",
            """
            -----Original Message-----
            From: Ada Byron [mailto:Ada@Example.org]
            Sent: Monday, November 23, 2026 10:00 AM
            To: Hao Chen
            Subject: PhD application

            I would like to apply.
            """, adaForwarded),
        forwarded(
            "Outlook in bold",
            """
            *From:* Ada Byron <ada@example.org<mailto:ada@example.org>>
            *Sent:* Monday, November 23, 2026 10:00 AM
            *To:* Hao Chen
            *Subject:* PhD application

            I would like to apply.
            """, adaForwarded),
        forwarded(
            "Outlook, simplified Chinese", subject: "转发: 博士申请",
            """
            请看

            发件人: Ada Byron <ada@example.org>
            发送时间: 2026年11月23日 10:00
            收件人: Hao Chen <chen@lab.example.edu>
            主题: 博士申请

            我想申请。
            """, adaForwarded),
        forwarded(
            "Outlook, traditional Chinese", subject: "轉寄: 博士申請",
            """
            寄件者: Ada Byron <ada@example.org>
            寄件日期: 2026年11月23日 上午 10:00
            收件者: Hao Chen <chen@lab.example.edu>
            主旨: 博士申請

            我想申請。
            """, adaForwarded),
        forwarded(
            "Apple Mail",
            """
            Begin forwarded message:

            > From: Ada Byron <ada@example.org>
            > Subject: PhD application
            > Date: 23 November 2026 at 10:00:00 GMT+8
            > To: chen@lab.example.edu
            >
            > I would like to apply.
            """, adaForwarded),
        forwarded(
            "Foxmail", subject: "转发：博士申请",
            """

            发件人： Ada Byron
            发送时间： 2026-11-23 10:00
            收件人： chen
            主题： 博士申请
            我想申请
            """, "undecided no_address"),
        forwarded(
            "QQ Mail", subject: "转发：博士申请",
            """
            ------------------ 原始邮件 ------------------
            发件人: "Ada Byron" <ada@example.org>;
            发送时间: 2026年11月23日(星期一) 上午10:00
            收件人: "chen"<chen@lab.example.edu>;
            主题: 博士申请

            我想申请
            """, adaForwarded),
        forwarded(
            "NetEase", subject: "转发：博士申请",
            """
            ---- 转发的邮件 ----
            | 发件人 | Ada Byron<ada@example.org> |
            | 发送日期 | 2026年11月23日 10:00 |
            | 收件人 | chen<chen@lab.example.edu> |
            | 主题 | 博士申请 |
            我想申请
            """, adaForwarded),
        forwarded(
            "a name in two scripts",
            """
            ---------- Forwarded message ---------
            From: Yan Zhang (张艳) <Yan@Example.org>
            Date: Mon, 23 Nov 2026 at 10:00
            Subject: PhD application
            To: <chen@lab.example.edu>

            I would like to apply.
            """, "application phd 2027-fall yan@example.org (Yan Zhang (张艳)) forwarded"),
        forwarded(
            "Thunderbird",
            """
            -------- Forwarded Message --------
            Subject:     PhD application
            Date:     Mon, 23 Nov 2026 10:00:00 +0800
            From:     Ada Byron <ada@example.org>
            To:     chen@lab.example.edu

            I would like to apply.
            """, adaForwarded),
        forwarded(
            "without a prefix", subject: "PhD application",
            """
            FYI

            From: Ada Byron <ada@example.org>
            Sent: Monday, November 23, 2026 10:00 AM
            To: Hao Chen <chen@lab.example.edu>
            Subject: PhD application

            I would like to apply.
            """, adaForwarded),
    ]
}

/// A member passes on what a mail program quotes below the note.
func forwarded(_ title: String, subject: String = "Fwd: PhD application", _ text: String, _ expected: String)
    -> MailCase
{
    let header = "From: Hao Chen <chen@lab.example.edu>\nTo: mei@lab.example.edu\nSubject: \(subject)\n[cv.pdf]"
    return MailCase(title, "\(header)\n\n\(text)", expected)
}

/// What becomes of Ada's mail when a member forwards it.
let adaForwarded = "application phd 2027-fall ada@example.org (Ada Byron) forwarded"
