/// The elements of WordprocessingML that make text, end it or hide it.
enum WordElement: String, CaseIterable {
    // What is read.
    case p, pPr, pageBreakBefore, sectPr, type, t, tab, ptab, br, cr, noBreakHyphen, sym, lastRenderedPageBreak
    case tbl, tr, tc, txbxContent
    // What is passed over with all that is in it: properties, deleted and moved text, field codes, and the small
    // letters above ruby text, which repeat it.
    case rPr, tabs, tblPr, tblGrid, trPr, tcPr, sdtPr, pPrChange, sectPrChange, del, moveFrom, delText, instrText, rt
    // Markup Compatibility: one choice of several.
    case alternateContent = "AlternateContent"
    case choice = "Choice"
    case fallback = "Fallback"

    var isPassedOver: Bool {
        switch self {
        case .rPr, .tabs, .tblPr, .tblGrid, .trPr, .tcPr, .sdtPr, .pPrChange, .sectPrChange, .del, .moveFrom, .delText,
            .instrText, .rt:
            true
        default: false
        }
    }
}

/// The namespaces in which these elements stand; others have elements of the same names.
enum WordNamespace: CaseIterable {
    case word, compatibility, math

    var addresses: [String] {
        switch self {
        case .word:
            [
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            ]
        case .compatibility: ["http://schemas.openxmlformats.org/markup-compatibility/2006"]
        case .math:
            [
                "http://schemas.openxmlformats.org/officeDocument/2006/math",
                "http://purl.oclc.org/ooxml/officeDocument/math",
            ]
        }
    }
}
