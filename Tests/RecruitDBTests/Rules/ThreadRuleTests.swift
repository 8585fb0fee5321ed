import Testing

@testable import RecruitDB

struct ThreadRuleTests {
    @Test(arguments: Self.mails)
    func `replies and papers join the application of a known person`(mail: MailCase) {
        #expect(mail.decided.picture == mail.expected)
    }

    static let mails = [
        MailCase(
            "a reply",
            """
            From: Grace Hopper <grace@example.org>
            In-Reply-To: <grace@thread>
            Subject: Re: PhD application

            Yes, I can come. Where is it?
            """, "reply -> A-2027-0001"),
        MailCase(
            "a reply with papers",
            """
            From: Grace Hopper <grace@example.org>
            References: <x@example.org> <grace@thread>
            Subject: Re: PhD application
            [transcript.pdf]

            Here it is.
            """, "supplement -> A-2027-0001"),
        MailCase(
            "a reply with a signature and a logo brings no papers",
            """
            From: Grace Hopper <grace@example.org>
            References: <grace@thread>
            Subject: Re: PhD application
            [smime.p7s]
            [logo.png inline]

            Thank you.
            """, "reply -> A-2027-0001"),
        MailCase(
            "papers from a known address",
            """
            From: "Hopper, Grace" <GRACE@example.org>
            Subject: My transcript for Fall 2026
            [transcript.pdf]

            Here is my Fall 2026 transcript for my application.
            """, "supplement -> A-2027-0001"),
        MailCase(
            "the same application once more",
            """
            From: Grace Hopper <grace@example.org>
            Subject: PhD application, Fall 2027
            [cv.pdf]

            I apply.
            """, "supplement -> A-2027-0001"),
        MailCase(
            "another position is another application",
            """
            From: Grace Hopper <grace@example.org>
            Subject: Postdoc application
            [cv.pdf]

            I apply.
            """, "application postdoc 2027-fall grace@example.org (Grace Hopper) P-0001"),
        MailCase(
            "another position in the old thread",
            """
            From: Grace Hopper <grace@example.org>
            In-Reply-To: <grace@thread>
            Subject: Application for research assistant
            [cv.pdf]

            I apply.
            """, "application research-assistant 2027-fall grace@example.org (Grace Hopper) P-0001"),
        MailCase(
            "the same position with another intake",
            """
            From: Grace Hopper <grace@example.org>
            Subject: PhD application, Spring 2028
            [cv.pdf]

            I apply.
            """, "application phd 2028-spring grace@example.org (Grace Hopper) P-0001"),
        MailCase(
            "another intake in a sentence that applies",
            """
            From: Grace Hopper <grace@example.org>
            Subject: PhD application
            [cv.pdf]

            This time I apply for Spring 2028.
            """, "application phd 2028-spring grace@example.org (Grace Hopper) P-0001"),
        MailCase(
            "an intake that the call lacks",
            """
            From: Grace Hopper <grace@example.org>
            Subject: PhD application, Fall 2031
            [cv.pdf]

            I apply.
            """, "undecided applied_before"),
        MailCase(
            "a reminder without papers and without a thread",
            """
            From: Grace Hopper <grace@example.org>
            Subject: PhD application

            I applied in October, please consider my application.
            """, "undecided applied_before"),
        MailCase(
            "a question of an applicant",
            """
            From: Grace Hopper <grace@example.org>
            Subject: PhD application

            Is there any news?
            """, "undecided question"),
        MailCase(
            "two positions from a known address",
            """
            From: Grace Hopper <grace@example.org>
            Subject: PhD or postdoc application
            [cv.pdf]

            I apply.
            """, "undecided two_positions"),
        MailCase(
            "papers of a person with two open applications",
            """
            From: Emmy Noether <two@example.org>
            Subject: My transcript
            [transcript.pdf]

            Here.
            """, "undecided no_position"),
        MailCase(
            "papers of a person with two open applications, in the thread",
            """
            From: Emmy Noether <two@example.org>
            In-Reply-To: <two@thread>
            Subject: Re: PhD and internship
            [transcript.pdf]

            Here.
            """, "supplement -> A-2027-0003"),
        MailCase(
            "a closed application is applied for again",
            """
            From: Old Applicant <old@example.org>
            Subject: PhD application, Fall 2027
            [cv.pdf]

            I apply again.
            """, "application phd 2027-fall old@example.org (Old Applicant) P-0004"),
        MailCase(
            "a closed application, no intake stated",
            """
            From: Old Applicant <old@example.org>
            Subject: PhD application
            [cv.pdf]

            I apply again.
            """, "undecided applied_before"),
    ]
}
