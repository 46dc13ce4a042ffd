// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: Swift 6 rules, and a warning stops the build.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
/// The terminal is one thread's: its targets live on the main actor.
let screen: [SwiftSetting] = strict + [.defaultIsolation(MainActor.self)]

let package = Package(
  name: "sanban",
  products: [.executable(name: "sanban", targets: ["sanban"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CNcursesw", path: "Modules/CNcursesw", providers: [.apt(["libncurses-dev"])]),

    .target(name: "PlanModel", swiftSettings: strict),
    .target(
      name: "PlanStore",
      dependencies: ["PlanModel", .product(name: "GRDB", package: "GRDB.swift"), "CSystem"],
      swiftSettings: strict),
    .target(
      name: "PlanExchange", dependencies: ["PlanModel"],
      resources: [.embedInCode("Demo/plan.json")], swiftSettings: strict),
    .target(name: "TextCanvas", swiftSettings: strict),
    .target(name: "BoardApp", dependencies: ["PlanModel", "TextCanvas"], swiftSettings: strict),
    .target(
      name: "CursesTerminal", dependencies: ["TextCanvas", "CNcursesw", "CSystem"],
      swiftSettings: screen),
    .executableTarget(
      name: "sanban",
      dependencies: [
        "PlanModel", "PlanStore", "PlanExchange", "TextCanvas", "BoardApp", "CursesTerminal",
        "CSystem", "TOMLKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .systemLibrary(name: "CSystem", path: "Modules/CSystem"),
    .target(
      name: "TestSupport", dependencies: ["PlanModel", "PlanStore", "PlanExchange", "CSystem"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "PlanModelTests", dependencies: ["PlanModel", "TestSupport"], swiftSettings: strict),
    /// A small program that tests start, stop and kill: savers and readers of their own process.
    .executableTarget(
      name: "StoreProbe", dependencies: ["PlanStore"], path: "Tests/StoreProbe",
      swiftSettings: strict),
    .testTarget(
      name: "PlanStoreTests",
      dependencies: [
        "PlanStore", "TestSupport", "StoreProbe", "CSystem",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["Boards"], swiftSettings: strict),
    .testTarget(
      name: "PlanExchangeTests", dependencies: ["PlanExchange", "PlanStore", "TestSupport"],
      exclude: ["Answers", "Corpus"], swiftSettings: strict),
    .testTarget(
      name: "TextCanvasTests", dependencies: ["TextCanvas", "CSystem"], swiftSettings: strict),
    .testTarget(
      name: "BoardAppTests",
      dependencies: ["BoardApp", "PlanExchange", "PlanStore", "TestSupport"],
      exclude: ["Goldens"], swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["CursesTerminal", "TextCanvas"],
      path: "Tests/TerminalProbe", swiftSettings: screen),
    .executableTarget(
      name: "BenchmarkProbe", dependencies: ["PlanModel", "PlanStore", "PlanExchange"],
      path: "Tests/Benchmarks/Probe", swiftSettings: strict),
    .testTarget(
      name: "CursesTerminalTests",
      dependencies: [
        "CursesTerminal", "TextCanvas", "CSystem", "TerminalProbe", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyTests", dependencies: ["sanban", "TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
