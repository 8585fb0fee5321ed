import Testing

@testable import RecruitDB

@Suite struct MediaTypeNameTests {
    @Test(arguments: [
        ("application/pdf", "application/pdf"), ("text/plain", "text/plain"),
        ("application/vnd.jane-doe", "application/octet-stream"), ("", "application/octet-stream"),
        ("application/pdf; name=Chan", "application/octet-stream"),
    ])
    func `a media type that nobody knows may hold a name, and is not kept`(written: String, kept: String) {
        #expect(MediaTypeName.kept(written) == kept)
    }
}
