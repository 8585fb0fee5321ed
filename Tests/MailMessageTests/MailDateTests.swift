import Foundation
import MailMessage
import Testing

struct MailDateTests {
    /// The date of a message as inspect shows it.
    private func shown(_ message: Message) -> String? {
        guard let date = message.date else { return nil }
        return Date(timeIntervalSince1970: TimeInterval(date)).ISO8601Format()
    }

    @Test(arguments: [
        ("Mon, 01 Mar 2027 20:00:00 +0800", "2027-03-01T12:00:00Z"),
        ("1 Mar 2027 20:00 +0800", "2027-03-01T12:00:00Z"),
        ("Mon, 1 Mar 2027 12:00:00 GMT", "2027-03-01T12:00:00Z"),
        ("Mon, 1 Mar 2027 12:00:00 Z", "2027-03-01T12:00:00Z"),
        ("Mon, 1 Mar 2027 12:00:00 -0000", "2027-03-01T12:00:00Z"),
        ("Mon, 1 Mar 2027 07:00:00 EST", "2027-03-01T12:00:00Z"),
        ("Mon, 1 Mar 2027 05:00:00 PDT", "2027-03-01T12:00:00Z"),
        ("Mon, 1 Mar 2027 20:00:00 +0800 (CST)", "2027-03-01T12:00:00Z"),
        ("Mon (day), 1 (of) Mar 2027 12:00:00 +0000", "2027-03-01T12:00:00Z"),
        ("Mon, 1 Mar 2027 12 : 00 : 00 +0000", "2027-03-01T12:00:00Z"),
        ("Mon, 01 Mar 27 12:00:00 +0000", "2027-03-01T12:00:00Z"),
        ("Mon, 01 Mar 99 12:00:00 +0000", "1999-03-01T12:00:00Z"),
        ("Mon, 01 March 2027 12:00:00 +0000", "2027-03-01T12:00:00Z"),
        ("Mon Mar  1 12:00:00 2027 +0000", "2027-03-01T12:00:00Z"),
        ("Mon, 01-Mar-2027 12:00:00 GMT", "2027-03-01T12:00:00Z"),
        ("2027-03-01T20:00:00+08:00", "2027-03-01T12:00:00Z"),
        ("2027-03-01 12:00:00 +0000", "2027-03-01T12:00:00Z"),
        ("2027-03-01T12:00:00.123Z", "2027-03-01T12:00:00Z"),
        ("Mon, 1 Mar 2027 20:00:00 GMT+0800", "2027-03-01T12:00:00Z"),
        ("Mon, 1 Mar 2027 8:00:00 PM +0800", "2027-03-01T12:00:00Z"),
        ("Mon, 1 Mar 2027 12.00.00 +0000", "2027-03-01T12:00:00Z"),
        ("Thu, 29 Feb 2024 23:59:60 +0000", "2024-03-01T00:00:00Z"),
        ("Mon, 1 Mar 2027\n 12:00:00 +0000", "2027-03-01T12:00:00Z"),
    ])
    func `a date is read`(raw: String, date: String) {
        let message = message("Date: \(raw)\n\n")
        #expect(shown(message) == date)
        #expect(message.dateSource == .header)
        #expect(message.defects == [])
    }

    @Test(arguments: [
        "Mon, 1 Mar 2027 12:00:00", "Mon, 1 Mar 2027 12:00:00 XYZ", "Mon, 1 Mar 2027 12:00:00 +9900",
        "Mon, 1 Mar 2027 12:00:00 HKT", "Mon Mar  1 12:00:00 2027",
    ])
    func `without a zone that is known it is UTC, with a defect`(raw: String) {
        let message = message("Date: \(raw)\n\n")
        #expect(shown(message) == "2027-03-01T12:00:00Z")
        #expect(message.defects == ["date_zone_missing"])
    }

    @Test(arguments: [
        "Mon, 31 Feb 2027 12:00:00 +0000", "Mon, 1 Mar 2027 25:00:00 +0000", "Mon, 1 Mar 2027 12:61:00 +0000",
        "Mon, 32 Mar 2027 12:00:00 +0000", "Mon, 29 Feb 2027 12:00:00 +0000", "yesterday", "", "0",
        "Mon, 1 Foo 2027 12:00:00 +0000", "99999999999999999999",
    ])
    func `an impossible date is no date, and the topmost Received counts`(raw: String) {
        let received = "Received: from a by b; Tue, 2 Mar 2027 12:00:00 +0000\n"
        let older = "Received: from c by a; Mon, 1 Mar 2027 12:00:00 +0000\n"
        let message = message("\(received)\(older)Date: \(raw)\n\n")
        #expect(shown(message) == "2027-03-02T12:00:00Z")
        #expect(message.dateSource == .received)
        #expect(message.defects == ["date_impossible"])
    }

    @Test func `then the mbox's From line counts, and else there is none`() {
        let envelope = message("From a@example.org Mon Mar  1 12:00:00 2027\nSubject: x\n\n")
        #expect(shown(envelope) == "2027-03-01T12:00:00Z")
        #expect(envelope.dateSource == .envelope)
        #expect(Message(Array("Subject: x\n\n".utf8), envelopeDate: 5).date == 5)
        #expect(message("Subject: x\n\n").date == nil)
        #expect(message("Subject: x\n\n").dateSource == .none)
    }
}
