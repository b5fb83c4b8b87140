// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that users of the library do not resolve what only benchmarks need.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "chaingap", path: "..")],
  targets: [
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Diagnostics", "IndustryChain", "ChainFiles", "GapAnalysis", "Graphviz", "Reporting",
      ].map { .product(name: $0, package: "chaingap") },
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ]
    )
  ],
  swiftLanguageModes: [.v6]
)
