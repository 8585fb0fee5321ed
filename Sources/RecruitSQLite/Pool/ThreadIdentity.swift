import CRecruitSQLite

/// Which thread runs.
enum ThreadIdentity {
    /// A number that no other living thread has; never 0.
    @inline(__always)
    static var current: UInt { recruit_thread() }
}
