import CRecruitSQLite

/// What an aggregate gathers of one group of rows.
private class AggregateGroup {
    /// Whether a row was refused: there is nothing to answer then.
    var isFailed = false

    func add(_ arguments: borrowing FunctionArguments) throws {}
    func finish() throws -> Value { .null }
}

private final class TypedGroup<State, R: Bindable>: AggregateGroup {
    private var state: State
    private let step: (inout State, borrowing FunctionArguments) throws -> Void
    private let result: (State) throws -> R

    init(
        _ state: State, _ step: @escaping (inout State, borrowing FunctionArguments) throws -> Void,
        _ result: @escaping (State) throws -> R
    ) {
        self.state = state
        self.step = step
        self.result = result
    }

    override func add(_ arguments: borrowing FunctionArguments) throws { try step(&state, arguments) }
    override func finish() throws -> Value { try result(state).sqliteValue }
}

private final class AggregateFunction: FunctionContext {
    let makeGroup: () -> AggregateGroup

    init(_ name: String, on connection: Connection, _ makeGroup: @escaping () -> AggregateGroup) {
        self.makeGroup = makeGroup
        super.init(name, on: connection)
    }

    func step(_ call: OpaquePointer, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?) {
        // SQLite keeps a place for each group, filled with zeros at first.
        let size = Int32(MemoryLayout<UnsafeMutableRawPointer?>.size)
        guard let place = sqlite3_aggregate_context(call, size) else {
            sqlite3_result_error_nomem(call)
            return
        }
        let slot = place.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
        do {
            try callbacks.run {
                let group: AggregateGroup
                if let known = slot.pointee {
                    group = Unmanaged<AggregateGroup>.fromOpaque(known).takeUnretainedValue()
                } else {
                    group = makeGroup()
                    slot.pointee = Unmanaged.passRetained(group).toOpaque()
                }
                do {
                    try group.add(FunctionArguments(count, values, of: self))
                } catch {
                    group.isFailed = true
                    throw error
                }
            }
        } catch {
            FunctionCall(pointer: call).fail(error, in: name)
        }
    }

    /// Ends a group: SQLite calls this also for one that a failed or interrupted statement leaves behind.
    func finish(_ call: OpaquePointer) {
        let slot = sqlite3_aggregate_context(call, 0)?.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
        let known = slot?.pointee.map { Unmanaged<AggregateGroup>.fromOpaque($0).takeRetainedValue() }
        slot?.pointee = nil
        if known?.isFailed == true { return }
        FunctionCall(pointer: call).answer(of: name) {
            try callbacks.run { try (known ?? makeGroup()).finish() }
        }
    }
}

extension Connection {
    /// Makes three closures an aggregate that this connection's statements call by `name` (`sqlite3_create_function_v2`).
    ///
    /// For each group of rows, `initial` makes a state, `step` takes each row's arguments into it, in the order in which
    /// SQLite visits the rows, and `result` answers; a group without rows is answered from the initial state. Where a
    /// statement ends early, `result` may be called and its answer dropped. All else is as with `addFunction`.
    public func addAggregate<State, R: Bindable>(
        _ name: String, argumentCount: Int? = nil, isDeterministic: Bool = false,
        initial: @escaping () -> State,
        step: @escaping (inout State, borrowing FunctionArguments) throws -> Void,
        result: @escaping (State) throws -> R
    ) throws(SQLiteError) {
        try requireName(name, argumentCount: argumentCount)
        let context = AggregateFunction(name, on: self) { TypedGroup(initial(), step, result) }
        let flags = SQLITE_UTF8 | SQLITE_DIRECTONLY | (isDeterministic ? SQLITE_DETERMINISTIC : 0)
        let count = Self.count(argumentCount)
        try install(.function(name.asciiLowercased, count)) { database in
            sqlite3_create_function_v2(
                database, name, count, flags, Unmanaged.passRetained(context).toOpaque(), nil,
                { call, count, values in
                    guard let call, let context = sqlite3_user_data(call) else { return }
                    Unmanaged<AggregateFunction>.fromOpaque(context).takeUnretainedValue().step(call, count, values)
                },
                { call in
                    guard let call, let context = sqlite3_user_data(call) else { return }
                    Unmanaged<AggregateFunction>.fromOpaque(context).takeUnretainedValue().finish(call)
                }, FunctionContext.release)
        }
    }
}
