// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "RecruitDB", path: "..")],
    targets: [
        .systemLibrary(name: "CRawSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .target(name: "CRawPool", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(
            name: "layer",
            dependencies: ["CRawSQLite", "CRawPool", .product(name: "RecruitSQLite", package: "RecruitDB")],
            path: "Sources/Layer"),
        .target(name: "CStreaming", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(
            name: "memory", dependencies: ["CStreaming", .product(name: "RecruitSQLite", package: "RecruitDB")],
            path: "Sources/Memory"),
        .executableTarget(
            name: "rows", path: "Sources/Rows",
            linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("m", .when(platforms: [.linux]))]),
    ],
    swiftLanguageModes: [.v6]
)
