// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "chaingap",
  products: [
    .executable(name: "chaingap", targets: ["chaingap"]),
    .library(name: "Diagnostics", targets: ["Diagnostics"]),
    .library(name: "IndustryChain", targets: ["IndustryChain"]),
    .library(name: "ChainFiles", targets: ["ChainFiles"]),
    .library(name: "GapAnalysis", targets: ["GapAnalysis"]),
    .library(name: "Graphviz", targets: ["Graphviz"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .library(name: "Spreadsheet", targets: ["Spreadsheet"]),
    .library(name: "LanguageServer", targets: ["LanguageServer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphviz",
      pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]
    ),
    .systemLibrary(
      name: "CXlsxWriter",
      pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
    ),
    .systemLibrary(
      name: "CLibZip",
      pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]
    ),
    .systemLibrary(
      name: "CExpat",
      pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]
    ),
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(name: "TerminalText", swiftSettings: settings),
    .target(
      name: "YAML", dependencies: ["CLibYAML"], swiftSettings: settings + [.strictMemorySafety()]),
    .target(
      name: "XMLEvents",
      dependencies: ["CExpat"],
      swiftSettings: settings + [.strictMemorySafety()]
    ),
    .target(
      name: "Diagnostics", dependencies: ["IndustryChain", "TerminalText"], swiftSettings: settings),
    .target(name: "IndustryChain", swiftSettings: settings),
    .target(
      name: "ChainFiles",
      dependencies: ["Diagnostics", "IndustryChain", "XMLEvents", "YAML"],
      swiftSettings: settings
    ),
    .target(name: "GapAnalysis", dependencies: ["IndustryChain"], swiftSettings: settings),
    .target(
      name: "Graphviz",
      dependencies: ["CGraphviz"],
      swiftSettings: settings + [.strictMemorySafety()]
    ),
    .target(
      name: "Spreadsheet",
      dependencies: ["CXlsxWriter", "CLibZip", "XMLEvents", "TerminalText"],
      swiftSettings: settings + [.strictMemorySafety()]
    ),
    .target(
      name: "WebPages",
      dependencies: [.product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: settings
    ),
    .target(
      name: "Reporting",
      dependencies: [
        "TerminalText", "IndustryChain", "GapAnalysis", "Graphviz", "Spreadsheet", "WebPages",
      ],
      resources: [.embedInCode("Web/Resources"), .embedInCode("Book/Resources")],
      swiftSettings: settings
    ),
    .target(
      name: "LanguageServer",
      dependencies: ["Diagnostics", "IndustryChain", "ChainFiles", "GapAnalysis", "Reporting"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "chaingap",
      dependencies: [
        "TerminalText", "Diagnostics", "IndustryChain", "ChainFiles", "GapAnalysis", "Graphviz",
        "Reporting", "Spreadsheet", "LanguageServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .target(name: "SeedFiles", path: "Tests/SeedFiles", swiftSettings: settings),
    .testTarget(name: "XMLEventsTests", dependencies: ["XMLEvents"], swiftSettings: settings),
    .testTarget(name: "TerminalTextTests", dependencies: ["TerminalText"], swiftSettings: settings),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: settings),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "IndustryChain"],
      swiftSettings: settings),
    .testTarget(
      name: "IndustryChainTests", dependencies: ["IndustryChain"], swiftSettings: settings),
    .testTarget(
      name: "ChainFilesTests",
      dependencies: ["ChainFiles", "Diagnostics", "IndustryChain", "SeedFiles", "YAML"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GapAnalysisTests",
      dependencies: ["GapAnalysis", "IndustryChain"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GraphvizTests", dependencies: ["Graphviz", "SeedFiles"], swiftSettings: settings),
    .testTarget(name: "WebPagesTests", dependencies: ["WebPages"], swiftSettings: settings),
    .testTarget(
      name: "SpreadsheetTests", dependencies: ["SeedFiles", "Spreadsheet"], swiftSettings: settings),
    .testTarget(
      name: "LanguageServerTests",
      dependencies: [
        "LanguageServer", "ChainFiles", "Diagnostics", "IndustryChain", "SeedFiles",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "GapAnalysis", "Graphviz", "IndustryChain", "Spreadsheet", "WebPages",
      ],
      exclude: ["Goldens"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "chaingap", "ChainFiles", "GapAnalysis", "IndustryChain", "Diagnostics", "Spreadsheet",
      ],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
