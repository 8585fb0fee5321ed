// swift-tools-version: 6.2
// A package that depends on this one, as other people's do: it could not, were there an unsafe flag in Package.swift.
// Run pages.sh before it is built: it makes the sources of Pages.
import PackageDescription

let package = Package(
    name: "Consumer",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "RecruitDB", path: "../..")],
    targets: [
        .executableTarget(
            name: "Consumer",
            dependencies: [
                .product(name: "RecruitDB", package: "RecruitDB"),
                .product(name: "RecruitSQLite", package: "RecruitDB"),
            ]),
        .executableTarget(
            name: "Pages",
            dependencies: [
                .product(name: "RecruitSQLite", package: "RecruitDB"),
                .product(name: "RecruitSQLiteTesting", package: "RecruitDB"),
            ]),
    ]
)
