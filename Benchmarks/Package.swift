// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "chaingap", path: "..")],
  targets: [
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        .product(name: "ChainFiles", package: "chaingap"),
        .product(name: "Diagnostics", package: "chaingap"),
        .product(name: "GapAnalysis", package: "chaingap"),
        .product(name: "Graphviz", package: "chaingap"),
        .product(name: "IndustryChain", package: "chaingap"),
        .product(name: "Reporting", package: "chaingap"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ],
  swiftLanguageModes: [.v6]
)
