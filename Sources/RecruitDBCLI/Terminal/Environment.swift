#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The variables of the environment.
enum Environment {
    /// The value of `name`, nil when it is absent or empty.
    static func value(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}

/// The name under which a person is logged in.
enum LoginName {
    /// The name in the password file of the user who runs this, else `$LOGNAME`, else `unknown`.
    static var current: String {
        if let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name, name.pointee != 0 {
            return String(cString: name)
        }
        return Environment.value("LOGNAME") ?? "unknown"
    }
}
