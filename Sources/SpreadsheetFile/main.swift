#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

// recruitdb-xlsx: rows on standard input, a workbook into the file that standard output is.
//
// A program of its own: Debian has no static libxlsxwriter, and recruitdb is linked whole, so that it starts fast.
// A full disk or a reader that is gone is an error of write(2), not the end.
signal(SIGXFSZ, SIG_IGN)
signal(SIGPIPE, SIG_IGN)
do throws(WorkbookError) {
    try Conversion.run(temporaryFolder: CommandLine.arguments.dropFirst().first)
} catch {
    error.say()
    exit(error.status)
}
