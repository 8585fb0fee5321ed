// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A door to a C library of the system: a module map and a header, nothing else.
func door(_ name: String, pkgConfig: String? = nil, apt: String, brew: String? = nil) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])] + (brew.map { [.brew([$0])] } ?? []))
}

let package = Package(
    name: "RecruitDB",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "RecruitDB", targets: ["RecruitDB"]),
        .library(name: "RecruitSQLite", targets: ["RecruitSQLite"]),
        .library(name: "RecruitSQLiteTesting", targets: ["RecruitSQLiteTesting"]),
        .executable(name: "recruitdb", targets: ["RecruitDBCLI"]),
        .executable(name: "recruitdb-sample", targets: ["RecruitDBSample"]),
        .executable(name: "recruitdb-extract", targets: ["DocumentText"]),
        .executable(name: "recruitdb-xlsx", targets: ["SpreadsheetFile"]),
    ],
    targets: [
        door("CRecruitSQLite", apt: "libsqlite3-dev", brew: "sqlite"),
        door("CIconv", apt: "libc6-dev", brew: "libiconv"),
        door("CSHA256", apt: "libssl-dev", brew: "openssl"),
        door("CFileSync", apt: "libc6-dev"),
        door("CPipe", apt: "libc6-dev"),
        door("CUTF8Proc", apt: "libutf8proc-dev", brew: "utf8proc"),
        door("CArchive", apt: "libarchive-dev", brew: "libarchive"),
        door("CXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev", brew: "libxml2"),
        door("CXLSXWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev", brew: "libxlsxwriter"),
        .target(name: "CMigrations"),
        .target(name: "CQuestions", exclude: ["Questions"]),
        .target(name: "CSandbox"),

        .target(name: "RecruitSQLite", dependencies: ["CRecruitSQLite", "CSHA256"], swiftSettings: settings),
        .target(name: "RecruitSQLiteTesting", dependencies: ["RecruitSQLite"], swiftSettings: settings),
        .target(name: "MailMessage", dependencies: ["CIconv", "CSHA256"], swiftSettings: settings),
        .target(
            name: "RecruitDB",
            dependencies: [
                "RecruitSQLite", "MailMessage", "CMigrations", "CQuestions", "CFileSync", "CPipe", "CSHA256",
                "CUTF8Proc", "CSandbox",
            ],
            swiftSettings: settings),
        .executableTarget(name: "RecruitDBCLI", dependencies: ["RecruitDB", "MailMessage"], swiftSettings: settings),
        .executableTarget(
            name: "DocumentText", dependencies: ["CArchive", "CXML2", "CIconv", "CSandbox"], swiftSettings: settings),
        .executableTarget(name: "SpreadsheetFile", dependencies: ["CXLSXWriter"], swiftSettings: settings),
        .executableTarget(
            name: "RecruitDBSample", dependencies: ["RecruitDB", "RecruitSQLite"], swiftSettings: settings),

        .target(name: "CFaults", path: "Tests/CFaults"),
        .executableTarget(
            name: "FaultRun", dependencies: ["RecruitSQLite", "CFaults"], path: "Tests/FaultRun",
            swiftSettings: settings),
        .executableTarget(
            name: "HostileRun", dependencies: ["RecruitSQLite", "RecruitSQLiteTesting"], path: "Tests/HostileRun",
            swiftSettings: settings),
        .testTarget(
            name: "RecruitSQLiteTests",
            dependencies: ["RecruitSQLite", "RecruitSQLiteTesting", "FaultRun", "HostileRun"],
            swiftSettings: settings),
        .testTarget(name: "MailMessageTests", dependencies: ["MailMessage"], swiftSettings: settings),
        .testTarget(
            name: "DocumentTextTests", dependencies: ["DocumentText", "RecruitDB"], swiftSettings: settings),
        .testTarget(
            name: "RecruitDBTests", dependencies: ["RecruitDB", "RecruitSQLite", "MailMessage"],
            swiftSettings: settings),
        .testTarget(
            name: "RecruitDBCLITests",
            dependencies: [
                "RecruitDBCLI", "RecruitDBSample", "DocumentText", "SpreadsheetFile", "RecruitDB", "RecruitSQLite",
            ],
            swiftSettings: settings),
        .testTarget(name: "RecruitDBSampleTests", dependencies: ["RecruitDBSample"], swiftSettings: settings),
        .testTarget(name: "HouseRulesTests", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
