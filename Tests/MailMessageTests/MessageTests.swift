import MailMessage
import Testing

@Test func `an ordinary message is read`() {
    let message = Message(
        Array(
            """
            From: =?utf-8?B?546L5bCP5piO?= <wang@example.org>
            To: Lab <lab@example.edu>
            Subject: PhD application
            Date: Mon, 01 Mar 2027 20:00:00 +0800
            Message-ID: <one@example.org>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            Dear professor,
            I apply.
            --b
            Content-Type: application/pdf; name="cv.pdf"
            Content-Disposition: attachment; filename="cv.pdf"
            Content-Transfer-Encoding: base64

            JVBERi0=
            --b--

            """.utf8))
    #expect(message.from == [Address(name: "王小明", address: "wang@example.org")])
    #expect(message.subject == "PhD application")
    #expect(message.date == 1_803_902_400)
    #expect(message.text == "Dear professor,\nI apply.")
    #expect(message.attachments.map(\.filename) == ["cv.pdf"])
    #expect(message.attachments.map(\.bytes) == [Array("%PDF-".utf8)])
    #expect(message.defects == [])
}
