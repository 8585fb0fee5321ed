/// What `--help` prints.
enum Help {
    static let text = """
        Turns one document into text, locked in: what the document holds cannot open a file or reach the network.

        USAGE: recruitdb-extract [--type TYPE] [--seconds N] < DOCUMENT > TEXT
               recruitdb-extract --serve
               recruitdb-extract --probe[=reader|program]

        OPTIONS
          --type TYPE    pdf, docx, txt, or auto (default): what the first bytes show; a name is never asked
          --seconds N    processor and wall-clock seconds for one document (default 20)
          --serve        for recruitdb: reads PDFs that come as descriptors through the socket on standard input, each
                         with a fork of one pdftotext, which saves the time to load it; needs librecruitdb-forks.so
                         beside this program or in ../lib/recruitdb (Linux only)
          --probe        what this machine offers, one `name: value` a line
          --probe=reader, --probe=program
                         tries to get out of the lock for DOCX and text, or of the one for PDF; 1 when something can
          -h, --help     this page

        EXAMPLE
          recruitdb-extract < cv.pdf | grep -n PyTorch

        OUTPUT
          UTF-8 with line feeds. Form feeds part the pages; those of a PDF also end the last one. DOCX and plain text
          come without control characters and are cut at 16 MB, with a line on standard error. A table's cells are
          parted by tabs, its rows are lines; deleted text is left out.

        A PDF is read by pdftotext in the place of this program: its exit codes and messages are the ones you get.
        "Missing language pack" among them means that poppler-data is not installed and that text is missing, in
        spite of exit code 0.

        EXIT CODES
          0    text given, possibly none
          1    pdftotext: the PDF is damaged, or has a password ("Incorrect password")
          3    pdftotext: its author forbids copying its text
          64   usage
          65   damaged, encrypted, empty, or not what --type says
          69   a program or charset is missing; the message says which package has it
          74   standard input or output failed
          76   a kind of document that this program does not read
          99   pdftotext: another error
          Ended by a signal: ALRM or XCPU, the seconds are over; XFSZ, standard output is a file and 16 MB are
          written; any other, the document is damaged and hostile perhaps.

        """
}
