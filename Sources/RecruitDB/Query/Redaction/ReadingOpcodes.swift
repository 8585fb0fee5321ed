/// The instructions of SQLite's virtual machine that a statement which reads is made of.
///
/// The list is of what is allowed: an instruction that is not on it closes the statement. None of these reads the file but
/// through a cursor, and `ProgramGate` looks at what each cursor is opened on (https://www.sqlite.org/opcode.html).
enum ReadingOpcodes {
    /// Those that work on registers, on cursors, or on tables in memory that the statement fills itself.
    static let all: Set<String> = [
        "Abortable", "Add", "AddImm", "Affinity", "AggFinal", "AggInverse", "AggStep", "AggStep1", "AggValue", "And",
        "BeginSubrtn", "BitAnd", "BitNot", "BitOr", "Blob", "Cast", "Close", "ClrSubtype", "CollSeq", "Column",
        "ColumnsUsed", "Compare", "Concat", "Copy", "Count", "DecrJumpZero", "DeferredSeek", "Delete", "Divide",
        "ElseEq", "EndCoroutine", "Eq", "Explain", "Filter", "FilterAdd", "FinishSeek", "Found", "Function", "Ge",
        "Gosub", "Goto", "Gt", "Halt", "HaltIfNull", "IdxDelete", "IdxGE", "IdxGT", "IdxInsert", "IdxLE", "IdxLT",
        "IdxRowid", "If", "IfNoHope", "IfNot", "IfNotOpen", "IfNotZero", "IfNullRow", "IfPos", "IfSmaller", "Init",
        "InitCoroutine", "Insert", "Int64", "IntCopy", "Integer", "IsNull", "IsTrue", "Jump", "Last", "Le", "Lt",
        "MakeRecord", "MemMax", "Move", "Multiply", "MustBeInt", "Ne", "NewRowid", "Next", "NoConflict", "Noop", "Not",
        "NotExists", "NotFound", "NotNull", "Null", "NullRow", "OffsetLimit", "Once", "OpenAutoindex", "OpenDup",
        "OpenEphemeral", "OpenPseudo", "OpenRead", "Or", "Permutation", "Prev", "PureFunc", "Real", "RealAffinity",
        "ReleaseReg", "Remainder", "ReopenIdx", "ResetSorter", "ResultRow", "Return", "Rewind", "RowData", "RowSetAdd",
        "RowSetRead", "RowSetTest", "Rowid", "SCopy", "SeekEnd", "SeekGE", "SeekGT", "SeekHit", "SeekLE", "SeekLT",
        "SeekRowid", "SeekScan", "Sequence", "SequenceTest", "ShiftLeft", "ShiftRight", "SoftNull", "Sort",
        "SorterCompare",
        "SorterData", "SorterInsert", "SorterNext", "SorterOpen", "SorterSort", "String", "String8", "Subtract",
        "Transaction", "VColumn", "VFilter", "VInitIn", "VNext", "VOpen", "Variable", "Yield", "ZeroOrNull",
    ]
}
