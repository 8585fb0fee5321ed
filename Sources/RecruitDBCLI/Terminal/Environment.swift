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
    /// The name in the password file of the user who runs this, else `$LOGNAME` or `$USER`, else `unknown`.
    static var current: String {
        nameInPasswordFile ?? Environment.value("LOGNAME") ?? Environment.value("USER") ?? "unknown"
    }

    private static var nameInPasswordFile: String? {
        #if canImport(Glibc)
            // Not getpwuid(3): for a user of a directory service it loads libraries, which crash a binary linked whole.
            guard let file = fopen("/etc/passwd", "re") else { return nil }
            defer { fclose(file) }
            while let entry = fgetpwent(file) {
                guard entry.pointee.pw_uid == geteuid(), let name = entry.pointee.pw_name else { continue }
                return name.pointee == 0 ? nil : String(cString: name)
            }
            return nil
        #else
            guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name, name.pointee != 0 else {
                return nil
            }
            return String(cString: name)
        #endif
    }
}
