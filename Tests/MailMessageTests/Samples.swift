/// Invented messages that between them use every part of the grammar.
enum Samples {
    static let all = [nested, forwarded, encoded, flowed, html, report, addresses, uuencoded]

    static let uuencoded = """
        From: Old Mailer <old@example.org>
        Subject: Application

        Please find my papers below.

        begin 644 cv.txt
        %2&5L;&\\
        `
        end

        Yours
        begin 600 C:\\notes\\list.txt
        #86)C
        end

        """

    static let nested = """
        From: =?gb2312?B?zfXQocP3?= <wang@example.org>
        To: Lab: "Doe, Jane" <jane@example.edu>, joe@example.edu (Joe);
        Subject: =?utf-8?Q?PhD_=E7=94=B3?= =?utf-8?Q?=E8=AF=B7?=
        Date: Mon, 01 Mar 2027 20:00:00 +0800
        Message-ID: <one@example.org>
        Content-Type: multipart/mixed; boundary="b"

        Preamble
        --b
        Content-Type: multipart/alternative; boundary="bc"

        --bc
        Content-Type: text/plain; charset=gb2312
        Content-Transfer-Encoding: base64

        xPq6wyzO0s/ryerH66GjCg==
        --bc
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: quoted-printable

        <html><body><p style=3D"x">Hello &amp; goodbye&#8212;</p></body></html>
        --bc--
        --b
        Content-Type: application/pdf; name*0*=utf-8''%E7%AE%80; name*1*=%E5%8E%86; name*2=.pdf
        Content-Disposition: attachment; filename="=?utf-8?B?566A5Y6GLnBkZg==?="
        Content-Transfer-Encoding: base64

        JVBERi0xLjcK
        --b--
        Epilogue

        """

    static let forwarded = """
        From: Member <member@example.edu>
        Received: from a by b; Tue, 2 Mar 2027 08:00:00 GMT
        Subject: Fwd: application
        Content-Type: multipart/mixed; boundary=b

        --b

        See below.
        --b
        Content-Type: message/rfc822
        Content-Disposition: attachment; filename="mail.eml"

        From: "R. \\"Bob\\" Roe" <roe@example.org>
        Subject: application
        Content-Type: multipart/mixed; boundary=b2

        --b2

        Dear lab
        --b2
        Content-Type: text/csv; name=marks.csv

        a,b
        --b2--
        --b--

        """

    static let encoded = """
        From: a@example.org
        Subject: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?= =?big5?B?pKSk5Q==?= =?utf-7?Q?+T2A-?= =?x-none?Q?x?=
        Content-Type: text/plain; charset="iso-2022-jp"
        Content-Transfer-Encoding: x-uuencode

        begin 644 cv.txt
        #0V%T
        `
        end

        """

    static let flowed = """
        From: a@example.org
        Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes

        > quoted \u{20}
        > text
        a long \u{20}
        line
        --\u{20}
        name

        """

    static let html = """
        From: a@example.org
        Content-Type: text/html

        <html><head><title>x</title><style>p{}</style></head><body><h1>One</h1><ul><li>a<li>b</ul>
        <table><tr><td>1</td><td>2</td></tr></table><pre> x  y
        z</pre><!-- c --><a href="http://example.org/?a>b">link</a>&nbsp;&copy;&#x4e2d;&bogus;<br>end

        """

    static let report = """
        From: MAILER-DAEMON@example.org
        Return-Path: <>
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b

        Not delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; example.org

        Final-Recipient: rfc822; x@example.org
        --b
        Content-Type: message/rfc822

        Subject: lost

        text
        --b--

        """

    static let addresses = """
        From: =?utf-8?Q?Doe=2C_Jane?= <@a.example.org,@b.example.org:jane@example.org>
        To: undisclosed-recipients:;, "a\\"b" <x@[127.0.0.1]>, (c (n)) y@example.org, <z@example.org
        Cc: "john doe"@example.org; k@example.org l@example.org
        Reply-To: broken@@example.org, , <>
        In-Reply-To: <a@example.org>
        References: <a@example.org>
         <b@example.org> c@example.org
        Date: 31 Feb 2027 25:00

        x

        """
}
