// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Program",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "RecruitDB", path: "../..")],
    targets: [
        .executableTarget(
            name: "Program", dependencies: [.product(name: "RecruitDB", package: "RecruitDB")], path: ".",
            sources: ["main.swift"])
    ]
)
