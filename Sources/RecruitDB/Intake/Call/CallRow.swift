import RecruitSQLite

/// A row that a call wants to stand in a table.
struct CallRow {
    /// The names that people know it by: `positions/phd`.
    let entity: String
    /// The columns that tell it from the other rows.
    let keys: [CallField]
    /// What the call says of it.
    let fields: [CallField]

    /// What the next import must know to tell what this call named: the row and those fields that may be left out.
    var named: [String] { [entity] + fields.filter { $0.isOptional && $0.isNamed }.map(name) }

    /// The same row, nothing said of `column`.
    func without(_ column: String) -> CallRow {
        CallRow(entity: entity, keys: keys, fields: fields.filter { $0.column != column })
    }

    /// The field's name among those a call named.
    func name(_ field: CallField) -> String { "\(entity).\(field.column)" }
}

/// A column and the value that it is to have.
struct CallField {
    let column: String
    /// For a field that the call does not name: the value of a row that nobody has said anything of.
    let value: Value
    var isOptional = false
    var isNamed = true
    /// For minor units of money: the currency, so that people read dollars.
    var currency: String?

    /// A field that every call names.
    init(_ column: String, _ value: some Bindable, currency: String? = nil) {
        self.column = column
        self.value = value.sqliteValue
        self.currency = currency
    }

    /// A field that a call may leave to `unsaid`.
    init<B: Bindable>(_ column: String, _ value: B?, unsaid: Value) {
        self.column = column
        self.value = value?.sqliteValue ?? unsaid
        isOptional = true
        isNamed = value != nil
    }

    /// Two values of the field as a person compares them.
    func shown(_ old: Value, _ new: Value) -> (old: String, new: String) {
        switch (old, new) {
        case (.text(let old), .text(let new)): TextDifference.shown(old, new)
        default: (shown(old), shown(new))
        }
    }

    private func shown(_ value: Value) -> String {
        switch value {
        case .null: "nothing"
        case .integer(let number):
            currency.map { Money(minor: number, currency: $0).description } ?? String(number)
        case .real(let number):
            number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
        case .text(let text): TextDifference.shown(text, "").old
        case .blob: "bytes"
        }
    }
}
