import Testing

@testable import RecruitDB

struct ReferenceLetterRuleTests {
    @Test(arguments: Self.mails)
    func `a letter about an applicant waits for a person`(mail: MailCase) {
        #expect(mail.decided.picture == mail.expected)
    }

    static let mails = [
        MailCase(
            "a referee writes about an applicant",
            """
            From: Prof. Smith <smith@example.edu>
            Subject: Recommendation letter for Grace Hopper
            [letter.pdf]

            It is my pleasure to recommend her.
            """, "undecided reference_letter ? P-0001"),
        MailCase(
            "a referee answers in the applicant's thread",
            """
            From: Prof. Smith <smith@example.edu>
            In-Reply-To: <grace@thread>
            Subject: Re: PhD application
            [letter.pdf]

            I strongly recommend her.
            """, "undecided reference_letter ? P-0001"),
        MailCase(
            "an applicant recommends somebody else",
            """
            From: Grace Hopper <grace@example.org>
            Subject: Recommendation letter for Bob
            [letter.pdf]

            I recommend my student Bob.
            """, "undecided reference_letter ? -"),
        MailCase(
            "an applicant hands in a letter",
            """
            From: Grace Hopper <grace@example.org>
            Subject: Recommendation letter for my PhD application
            [recommendation.pdf]

            Here is the letter of Prof. Smith.
            """, "supplement -> A-2027-0001"),
        MailCase(
            "a member forwards a letter",
            """
            From: Hao Chen <chen@lab.example.edu>
            Subject: Fwd: Reference letter, PhD
            [letter.pdf]

            ---------- Forwarded message ---------
            From: Prof. Smith <smith@example.edu>
            Date: Mon, 23 Nov 2026
            Subject: Reference letter for Grace Hopper
            To: <chen@lab.example.edu>

            I recommend her.
            """, "undecided reference_letter ? P-0001"),
    ]
}
