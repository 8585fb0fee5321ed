import CMigrations
import RecruitSQLite
import MailMessage
public func all() -> String {
    var c = recruit_sha256_context(); recruit_sha256_init(&c)
    let s: [UInt8] = [1, 2, 3]; recruit_sha256_update(&c, s, 3)
    var d = [UInt8](repeating: 0, count: 32); recruit_sha256_final(&c, &d)
    return "\(recruit_migration_count()) \(d) \(String(cString: utf8proc_version())) \(version())"
}
