// swift-tools-version: 6.2
// A package that depends on this one, as other people's do: it could not, were there an unsafe flag in Package.swift.
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
            ])
    ]
)
