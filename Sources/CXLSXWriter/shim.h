#pragma once
#include <stdio.h>
#include <xlsxwriter.h>
#include <zlib.h>

/// Begins to inflate data without a header, as they lie in a zip archive (inflateInit2, a macro).
static inline int recruit_inflate_raw(z_stream *stream) { return inflateInit2(stream, -15); }

/// Whether the rows that wait in the worksheet's own file are all there; `size` becomes their bytes.
static inline int recruit_rows_are_written(lxw_worksheet *worksheet, long *size) {
    FILE *rows = worksheet->optimize_tmpfile;
    if (!rows || fflush(rows) != 0 || ferror(rows)) return 0;
    *size = ftell(rows);
    return *size >= 0;
}
