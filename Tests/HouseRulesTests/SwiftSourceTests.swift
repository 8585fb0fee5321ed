import Testing

@Test func `a Swift file is taken apart into code, texts and comments`() {
    let source = SwiftSource(
        path: "Sources/Some/File.swift",
        text: ###"""
            import Glibc // not code: try! it
            public import struct Some.Thing
            let a = "try! \(f(")", b!) + 1) // still text" + x /* a /* nested
            comment */ */ + y!
            let b = """
                SELECT "\(a)"
                """
            let c = ##"raw \( " "# \##(d!) "##
            """###)
    #expect(
        source.code.joined(separator: "\n") == """
            import Glibc 
            public import struct Some.Thing
            let a = "" (f("", b!) + 1)  + x 
             + y!
            let b = ""
             (a) 

            let c = "" (d!) 
            """)
    #expect(source.texts[2] == "try! ?)\n // still text\n")
    #expect(source.texts[5] == #"    SELECT "?""#)
    #expect(source.comments[0] == "// not code: try! it")
    #expect(source.comments[2...3] == ["/* a /* nested", "comment / /"])
    #expect(source.imports.map(\.module) == ["Glibc", "struct"])
}
