import Foundation
import MailMessage
import Testing

/// A message drawn with the messages inside it.
private func drawn(_ message: Message, _ indent: String = "") -> String {
    let lines = message.attachments.map { "\(indent)  + \($0.mediaType) \($0.filename ?? "-")" }
    let inner = message.forwarded.map { [drawn($0, indent + "  > ")] } ?? []
    return (["\(indent)\(message.subject): \(message.text)"] + lines + inner).joined(separator: "\n")
}

private let forward = """
    Subject: outer
    Content-Type: multipart/mixed; boundary=b

    --b

    see below
    --b
    Content-Type: message/rfc822; name="mail.eml"

    Subject: inner
    Content-Type: multipart/mixed; boundary=b2

    --b2

    I apply
    --b2
    Content-Type: application/pdf; name=cv.pdf

    %PDF
    --b2--

    --b--

    """

struct ForwardedTests {
    @Test func `an attached message is an attachment, and its parts are listed in it only`() {
        let message = message(forward)
        #expect(
            drawn(message) == """
                outer: see below
                  + message/rfc822 mail.eml
                  > inner: I apply
                  >   + application/pdf cv.pdf
                """)
        #expect(message.forwardedCount == 1)
        #expect(message.defects == [])
    }

    @Test func `an attached message has the bytes that were sent`() throws {
        let sent = try #require(message(forward).attachments.first?.bytes)
        let start = try #require(forward.range(of: "Subject: inner"))
        let end = try #require(forward.range(of: "\n--b--"))
        #expect(String(decoding: sent, as: UTF8.self) == String(forward[start.lowerBound..<end.lowerBound]))
    }

    @Test func `an attached message may be encoded`() {
        let source = """
            Content-Type: message/rfc822
            Content-Transfer-Encoding: base64

            U3ViamVjdDogaW5uZXIKCnRleHQK

            """
        let message = message(source)
        #expect(message.forwarded?.subject == "inner")
        #expect(message.attachments.map(\.bytes) == [Array("Subject: inner\n\ntext\n".utf8)])
    }

    @Test func `what a bounce or a digest brings is not forwarded`() {
        let report = """
            Content-Type: multipart/report; boundary=b

            --b
            Content-Type: message/delivery-status

            Action: failed
            --b
            Content-Type: message/rfc822

            Subject: inner

            --b--

            """
        let bounce = message(report)
        #expect(bounce.forwarded == nil)
        #expect(bounce.forwardedCount == 0)
        #expect(bounce.automatic == .bounce)
        #expect(bounce.attachments.map(\.mediaType) == ["message/delivery-status", "message/rfc822"])

        let digest = message(
            "Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: one\n\n--b\n\nSubject: two\n\n--b--\n")
        #expect(digest.forwarded == nil)
        #expect(digest.forwardedCount == 2)
        #expect(digest.attachments.map(\.mediaType) == ["message/rfc822", "message/rfc822"])

        let mixed = "Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: message/rfc822\n\n"
        let both = message(mixed + report + "--m\nContent-Type: message/rfc822\n\nSubject: wanted\n\n--m--\n")
        #expect(both.forwarded?.subject == "wanted")
    }

    @Test func `messages in messages are read down to the limit`() {
        let nested = String(repeating: "Content-Type: message/rfc822\n\n", count: 40) + "Subject: deep\n\n"
        var depth = 0
        var current: Message? = message(nested)
        while let inner = current?.forwarded {
            depth += 1
            current = inner
        }
        #expect(depth == 32)
        #expect(current?.defects == ["too_deep"])
    }
}

struct AutomaticTests {
    @Test(
        arguments: [
            ("Subject: x", nil, nil), ("Auto-Submitted: no", nil, nil),
            ("List-Unsubscribe: <mailto:a@example.org>", nil, nil),
            ("Return-Path: <a@example.org>", nil, nil), ("Precedence: normal", nil, nil),
            ("Subject: Re: Automatic reply", nil, nil), ("Content-Type: multipart/mixed; boundary=b", nil, nil),
            ("Return-Path: <>", .bounce, "return-path"),
            ("Content-Type: multipart/report; report-type=delivery-status; boundary=b", .bounce, "content-type"),
            ("Auto-Submitted: auto-generated", .bulk, "auto-submitted"),
            ("Auto-Submitted: auto-replied (vacation)", .outOfOffice, "auto-submitted"),
            ("X-Autoreply: yes", .outOfOffice, "x-autoreply"), ("Precedence: Bulk", .bulk, "precedence"),
            ("Precedence: auto_reply", .outOfOffice, "precedence"),
            ("Subject: Automatic reply: x", .outOfOffice, "subject"),
            ("Subject: OUT OF OFFICE", .outOfOffice, "subject"), ("Subject: 自动回复：您好", .outOfOffice, "subject"),
            ("Subject: =?utf-8?B?6Ieq5Yqo5Zue5aSN?=", .outOfOffice, "subject"),
            ("List-Id: <list.example.org>", .bulk, "list-id"),
            ("List-Id: <list.example.org>\nPrecedence: bulk", .bulk, "precedence"),
        ] as [(String, Automatic?, String?)])
    func `a machine's mail is known by its fields`(fields: String, kind: Automatic?, field: String?) {
        let message = message("From: a@example.org\n\(fields)\n\ntext")
        #expect(message.automatic == kind)
        #expect(message.automaticField == field)
    }
}
