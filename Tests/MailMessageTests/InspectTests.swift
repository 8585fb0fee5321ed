import Foundation
import MailMessage
import Testing

struct InspectTests {
    @Test func `a message is shown as JSON with its keys in order`() {
        let message = message(
            """
            From: =?utf-8?B?546L5bCP5piO?= <wang@example.org>
            To: lab@example.edu
            Subject: a "quoted" \\ subject
            Date: Mon, 01 Mar 2027 20:00:00 +0800
            Message-ID: <one@example.org>
            References: <zero@example.org>
            Content-Type: multipart/mixed; boundary=b

            --b

            tab\there \u{1}\u{7F}
            中
            --b
            Content-Type: message/rfc822

            Subject: in\u{FE}side

            --b--

            """)
        #expect(
            String(decoding: inspectJSON(message), as: UTF8.self) == #"""
                {
                  "message_id": "one@example.org",
                  "date": "2027-03-01T12:00:00Z",
                  "date_source": "header",
                  "from": [
                    {
                      "name": "王小明",
                      "address": "wang@example.org"
                    }
                  ],
                  "reply_to": [],
                  "to": [
                    {
                      "name": null,
                      "address": "lab@example.edu"
                    }
                  ],
                  "cc": [],
                  "subject": "a \"quoted\" \\ subject",
                  "in_reply_to": [],
                  "references": [
                    "zero@example.org"
                  ],
                  "text": "tab\there \u0001\u007f\n中",
                  "body_source": "plain",
                  "attachments": [
                    {
                      "filename": null,
                      "media_type": "message/rfc822",
                      "disposition": null,
                      "byte_size": 18,
                      "sha256": "0e77c63aa9608ee316f4f64dfac6b88460894552d0d9c8cb5f988f54cc1bdd1c",
                      "content_id": null
                    }
                  ],
                  "forwarded": {
                    "message_id": null,
                    "date": null,
                    "date_source": "none",
                    "from": [],
                    "reply_to": [],
                    "to": [],
                    "cc": [],
                    "subject": "inþside",
                    "in_reply_to": [],
                    "references": [],
                    "text": "",
                    "body_source": "none",
                    "attachments": [],
                    "forwarded": null,
                    "automatic": null,
                    "defects": []
                  },
                  "automatic": null,
                  "defects": []
                }

                """#)
    }

    @Test func `the digest is SHA-256`() {
        #expect(SHA256Hex.of([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(SHA256Hex.of(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
