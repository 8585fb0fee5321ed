import Foundation
import Testing

struct WordTests {
    private typealias Word = WordFile

    @Test(arguments: ExtractProgram.Way.allCases, [["--type", "docx"], []])
    func `paragraphs are lines and page breaks are pages`(way: ExtractProgram.Way, arguments: [String]) throws {
        let body = """
            <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t>Li </w:t>\
            </w:r><w:r><w:t xml:space="preserve">Wei</w:t><w:tab/><w:t>李伟</w:t><w:br/><w:t>Hong Kong</w:t></w:r></w:p>
            <w:p/>
            <w:p><w:r><w:t>R&amp;D &lt;2027&gt;, e</w:t><w:noBreakHyphen/><w:t>mail&#x20;me</w:t></w:r></w:p>
            <w:p><w:r><w:br w:type="page"/></w:r></w:p>
            <w:p><w:r><w:lastRenderedPageBreak/><w:t>Publications</w:t></w:r></w:p>
            <w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>Referees</w:t></w:r></w:p>
            """
        let outcome = try ExtractProgram.run(Word.data(body), arguments, by: way)
        #expect(
            outcome.picture == """
                Li Wei→李伟
                Hong Kong

                R&D <2027>, e-mail me
                --- page ---

                Publications
                --- page ---
                Referees

                """)
        #expect(outcome.ending == .exit(0))
        #expect(outcome.errors == "")
    }

    @Test func `cells are parted by tabs and rows are lines, but a cell of several lines keeps them`() throws {
        func cell(_ lines: String...) -> String {
            "<w:tc><w:tcPr><w:tcW w:w=\"9\"/></w:tcPr>\(lines.map(Word.paragraph).joined())</w:tc>"
        }
        func row(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }
        let inner = "<w:tc><w:tbl>\(row(cell("a"), cell("b")))\(row(cell("c"), cell("d")))</w:tbl><w:p/></w:tc>"
        let body = """
            <w:p><w:r><w:t>Grades</w:t></w:r></w:p><w:tbl><w:tblPr/><w:tblGrid/>\(row(cell("Course"), cell("Mark")))\
            \(row(cell("数学"), cell(""), cell("95")))\(row(cell("left", "column"), cell("right", "column")))\
            \(row(cell("outer"), inner))\(row(cell(""), cell("")))</w:tbl>\(Word.paragraph("after"))
            """
        let outcome = try ExtractProgram.run(Word.data(body))
        #expect(
            outcome.picture == """
                Grades
                Course→Mark
                数学→→95
                left
                column
                right
                column
                outer→a→b
                c→d
                after

                """)
    }

    @Test func `deleted and moved text, field codes and ruby letters are left out`() throws {
        let body = """
            <w:p><w:r><w:t>I have </w:t></w:r><w:del><w:r><w:delText>no </w:delText></w:r></w:del>\
            <w:ins><w:r><w:t>ten </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom>\
            <w:r><w:t>papers</w:t></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>\
            <w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby>\
            </w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><a:t>drawing</a:t></w:p>
            """
        #expect(try ExtractProgram.run(Word.data(body)).text == "I have ten papers汉x=1\n")
    }

    @Test func `a text box comes once, after the line that it hangs on`() throws {
        func box(_ text: String) -> String { "<w:txbxContent>\(Word.paragraph(text))</w:txbxContent>" }
        let body = """
            <w:p><w:r><w:t>Wang </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps">\(box("box one"))\
            </mc:Choice><mc:Fallback>\(box("box one"))</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Fang</w:t></w:r>\
            </w:p><w:p><w:r><mc:AlternateContent><mc:Choice Requires="wpg"><a:t>picture</a:t></mc:Choice>\
            <mc:Fallback>\(box("box two"))</mc:Fallback></mc:AlternateContent></w:r></w:p>
            """
        #expect(
            try ExtractProgram.run(Word.data(body)).picture == """
                Wang Fang
                box one

                box two

                """)
    }

    @Test func `a section that begins on a new page is a page, a continuous one is not`() throws {
        func end(_ type: String) -> String {
            "<w:p><w:pPr><w:sectPr>\(type)<w:pgSz/></w:sectPr></w:pPr><w:r><w:t>end</w:t></w:r></w:p>"
        }
        let body = end("<w:type w:val=\"continuous\"/>") + end("") + Word.paragraph("last") + "<w:sectPr/>"
        #expect(
            try ExtractProgram.run(Word.data(body)).picture == """
                end
                end
                --- page ---
                last

                """)
    }

    @Test func `notes, headers and footers follow the body, each text once`() throws {
        func part(_ name: String, _ root: String, _ text: String) -> (name: String, text: String) {
            (name, Word.document(Word.paragraph(text), root: root))
        }
        let parts = [
            part("word/header2.xml", "hdr", "chen@example.org"), part("word/header1.xml", "hdr", "chen@example.org"),
            part("word/footer1.xml", "ftr", "CV of Chen"), part("word/endnotes.xml", "endnotes", "end"),
            (
                "word/footnotes.xml",
                Word.document("<w:footnote>\(Word.paragraph("foot"))</w:footnote>", root: "footnotes")
            ),
            ("word/styles.xml", "not read"), ("word/theme/header9.xml", "not read"),
        ]
        let outcome = try ExtractProgram.run(Word.data(Word.paragraph("body"), parts: parts))
        #expect(outcome.text == "body\nfoot\nend\nchen@example.org\nCV of Chen\n")
    }

    @Test(arguments: ["word/document2.xml", "Word\\Document.XML", "/word/document.xml"])
    func `the document is the part that the package names`(path: String) throws {
        #expect(try ExtractProgram.run(Word.data(Word.paragraph("found"), at: path)).text == "found\n")
    }

    @Test func `the strict form of the format is read too`() throws {
        let document = Word.document(Word.paragraph("strict")).replacing(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            with: "http://purl.oclc.org/ooxml/wordprocessingml/main")
        #expect(try ExtractProgram.run(Word.zip(document).data).text == "strict\n")
    }

    @Test func `characters of symbol fonts and controls are not text`() throws {
        let body = """
            <w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:char="00DA"/><w:sym w:char="2022"/><w:t>a&#x85;b\nc&#x9;d\u{7F}</w:t></w:r></w:p>
            """
        #expect(try ExtractProgram.run(Word.data(body)).text == "•ab c d\n")
    }
}
