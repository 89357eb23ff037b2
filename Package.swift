// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
  import Glibc

  /// Addresses that the loader has to fill in take a megabyte as a list, and nothing as a bit map, which glibc reads from
  /// 2.36 on (Debian 12).
  let packedAddresses = (__GLIBC__, __GLIBC_MINOR__) >= (2, 36)

  /// Whether C++'s library is there to be linked in, as it is where Debian's `libstdc++-dev` is.
  let hasStaticCPlusPlus: Bool = {
    var found = glob_t()
    defer { globfree(&found) }
    return glob("/usr/lib/gcc/*/*/libstdc++.a", 0, nil, &found) == 0
  }()
#else
  let packedAddresses = false
  let hasStaticCPlusPlus = false
#endif

/// Every target is compiled the same way: Swift 6, and members only of modules that a file imports itself. Each function
/// has a section of its own, so that the linker may leave it out, or put it beside those that run with it.
/// In continuous integration (`CI` is set) a warning is an error.
let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .unsafeFlags(["-Xfrontend", "-function-sections"]),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// The programs carry the Swift runtime: half the start-up time of a dynamic build, and one file to install.
/// It is a matter of linking alone, so the programs and the tests share all that is compiled; the libraries below
/// Foundation, which the compiler would name in a static build, are named here.
let program: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-use-ld=lld", "-Xlinker", "--gc-sections", "-Xlinker", "--no-export-dynamic",
      "-Xlinker", "--start-group", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims",
      "-l_FoundationCollections", "-Xlinker", "--end-group",
    ] + (packedAddresses ? ["-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"] : []))
]

/// What a conversation runs comes first in the client, side by side: less of the file is brought to memory.
/// `make link-order` writes the list.
let client: [LinkerSetting] =
  program + [
    .unsafeFlags(
      [
        "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Sources/t2v/link-order.txt",
        "-Xlinker", "--no-warn-symbol-ordering",
      ] + (hasStaticCPlusPlus ? ["-L\(Context.packageDirectory)/Sources/t2v/static"] : []))
  ]

/// The studio's server library uses Foundation's networking, which brings libcurl along.
let studioProgram: [LinkerSetting] = program + [.unsafeFlags(["-l_CFURLSessionInterface", "-lcurl"])]

let package = Package(
  name: "t2v",
  products: [
    .executable(name: "t2v", targets: ["t2v"]),
    .executable(name: "t2v-studio", targets: ["t2v-studio"]),
    .library(name: "ClockShift", type: .dynamic, targets: ["ClockShift"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    // C: shims over the system's libraries, and the studio's row kernels.
    .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // The same bytes on every machine of a kind: no contraction, no reassociation.
    .target(
      name: "CKernels", cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off", "-fno-math-errno"])]),

    // libcurl, opened at the first request: from Debian's libcurl4-openssl-dev only the header is used here.
    .target(name: "CCurl"),

    // Calls of Linux that Swift's Glibc does not have.
    .target(name: "CLinux"),

    // The client, from bytes up to the screen.
    .target(name: "RawJSON", swiftSettings: strict),
    .target(name: "FlatYAML", dependencies: ["CYaml"], swiftSettings: strict),
    .target(name: "Spelling", swiftSettings: strict),
    .target(name: "PrivateFiles", swiftSettings: strict),
    .target(name: "MediaFormats", swiftSettings: strict),
    .target(name: "ServerSentEvents", swiftSettings: strict),
    .target(name: "CurlHTTP", dependencies: ["CCurl"], swiftSettings: strict),
    .target(name: "TimelineDraft", dependencies: ["RawJSON"], swiftSettings: strict),
    .target(name: "Understanding", swiftSettings: strict),
    .target(
      name: "NemoVideo",
      dependencies: [
        "CurlHTTP", "FlatYAML", "MediaFormats", "PrivateFiles", "RawJSON", "TimelineDraft",
      ],
      swiftSettings: strict),
    .target(
      name: "Conversation",
      dependencies: [
        "CurlHTTP", "MediaFormats", "NemoVideo", "PrivateFiles", "RawJSON", "ServerSentEvents", "Spelling",
        "TimelineDraft", "Understanding",
      ],
      swiftSettings: strict),
    .target(name: "LineEditing", dependencies: ["CEditline", "PrivateFiles"], swiftSettings: strict),
    .target(name: "MarkdownText", dependencies: ["CCmark"], swiftSettings: strict),
    .target(
      name: "Presentation",
      dependencies: [
        "Conversation", "LineEditing", "MarkdownText", "MediaFormats", "NemoVideo", "RawJSON",
        "TimelineDraft",
      ],
      swiftSettings: strict),
    .target(
      name: "TerminalPictures",
      dependencies: [
        "LineEditing", "Presentation", "PrivateFiles",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .target(
      name: "ClientConfiguration", dependencies: ["FlatYAML", "Spelling"], swiftSettings: strict),
    .target(
      name: "LocalStudio", dependencies: ["CurlHTTP", "PrivateFiles", "RawJSON"], swiftSettings: strict),
    .executableTarget(
      name: "t2v",
      dependencies: [
        "CLinux", "ClientConfiguration", "Conversation", "LocalStudio", "CurlHTTP", "LineEditing",
        "MediaFormats",
        "NemoVideo", "Presentation", "PrivateFiles", "RawJSON",
        "ServerSentEvents", "TerminalPictures", "TimelineDraft", "Understanding",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["link-order.txt", "static"], swiftSettings: strict, linkerSettings: client),

    // The built-in studio, from words to a server.
    .target(name: "Directing", dependencies: ["Spelling"], swiftSettings: strict),
    .target(name: "Scenes", dependencies: ["CKernels", "Directing"], swiftSettings: strict),
    .target(
      name: "Rendering",
      dependencies: [
        "CKernels", "CLinux", "Directing", "MediaFormats", "PrivateFiles", "Scenes",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .target(name: "Generation", dependencies: ["CurlHTTP", "Directing", "RawJSON"], swiftSettings: strict),
    .target(
      name: "Studio",
      dependencies: [
        "CurlHTTP", "Directing", "Generation", "MediaFormats", "PrivateFiles", "RawJSON", "Rendering",
        "Scenes",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "t2v-studio",
      dependencies: [
        "CLinux", "Directing", "Generation", "MediaFormats", "Rendering", "Scenes", "Studio",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: studioProgram),

    // Tests.
    // A clock that jumps, for programs that tests start: the tests find the library beside themselves.
    .target(name: "ClockShift", path: "Tests/ClockShift"),
    .target(name: "TerminalTesting", path: "Tests/TerminalTesting", swiftSettings: strict),
    .target(
      name: "GatewayTesting", dependencies: ["CurlHTTP"], path: "Tests/GatewayTesting", swiftSettings: strict),
    .target(
      name: "VideosTesting", dependencies: ["CurlHTTP", "GatewayTesting"], path: "Tests/VideosTesting",
      swiftSettings: strict),
    .executableTarget(
      name: "SceneCosts", dependencies: ["Directing", "Scenes"], path: "Benchmarks/SceneCosts",
      swiftSettings: strict),
    .executableTarget(
      name: "LineEditingProbe", dependencies: ["LineEditing"], path: "Tests/LineEditingProbe",
      swiftSettings: strict),
    .testTarget(
      name: "ServerSentEventsTests", dependencies: ["ServerSentEvents"], exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(
      name: "CurlHTTPTests", dependencies: ["CCurl", "CurlHTTP", "GatewayTesting"], swiftSettings: strict),
    .testTarget(name: "FlatYAMLTests", dependencies: ["FlatYAML"], swiftSettings: strict),
    .testTarget(name: "SpellingTests", dependencies: ["Spelling"], swiftSettings: strict),
    .testTarget(name: "RawJSONTests", dependencies: ["GatewayTesting", "RawJSON"], swiftSettings: strict),
    .testTarget(
      name: "TimelineDraftTests", dependencies: ["RawJSON", "TimelineDraft"], swiftSettings: strict),
    .testTarget(
      name: "PrivateFilesTests", dependencies: ["GatewayTesting", "PrivateFiles"], swiftSettings: strict),
    .testTarget(
      name: "NemoVideoTests",
      dependencies: ["CurlHTTP", "GatewayTesting", "MediaFormats", "NemoVideo", "PrivateFiles", "RawJSON"],
      swiftSettings: strict),
    .testTarget(
      name: "ConversationTests",
      dependencies: [
        "Conversation", "CurlHTTP", "GatewayTesting", "MediaFormats", "NemoVideo", "Presentation",
        "PrivateFiles",
        "RawJSON", "TimelineDraft", "Understanding",
      ],
      resources: [.copy("Cases")], swiftSettings: strict),
    .testTarget(
      name: "PresentationTests",
      dependencies: [
        "Conversation", "LineEditing", "MediaFormats", "NemoVideo", "Presentation", "RawJSON",
        "TimelineDraft",
      ],
      swiftSettings: strict),
    .testTarget(name: "MarkdownTextTests", dependencies: ["MarkdownText"], swiftSettings: strict),
    .testTarget(
      name: "TerminalPicturesTests", dependencies: ["LineEditing", "Presentation", "TerminalPictures"],
      swiftSettings: strict),
    .testTarget(
      name: "ClientConfigurationTests", dependencies: ["ClientConfiguration"], swiftSettings: strict),
    .testTarget(
      name: "UnderstandingTests", dependencies: ["Understanding"], resources: [.copy("Cases")],
      swiftSettings: strict),
    .testTarget(
      name: "LineEditingTests", dependencies: ["LineEditing", "LineEditingProbe", "TerminalTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "DirectingTests", dependencies: ["Directing"], exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "ScenesTests", dependencies: ["Directing", "Scenes"], exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["Directing", "GatewayTesting", "MediaFormats", "Rendering", "Scenes"],
      swiftSettings: strict),
    .testTarget(
      name: "GenerationTests",
      dependencies: ["CurlHTTP", "Directing", "GatewayTesting", "Generation", "VideosTesting"],
      resources: [.copy("Python")], swiftSettings: strict),
    .testTarget(
      name: "StudioTests",
      dependencies: [
        "CurlHTTP", "Directing", "GatewayTesting", "Generation", "MediaFormats", "Rendering", "Studio",
        "VideosTesting",
      ],
      swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Conversation", "Directing", "RawJSON", "Rendering", "ServerSentEvents", "Studio", "TimelineDraft",
        "Understanding",
      ],
      path: "Tests/FuzzTargets", swiftSettings: strict),
    .testTarget(
      name: "FuzzTargetsTests", dependencies: ["FuzzTargets"], exclude: ["Corpus"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["CurlHTTP", "GatewayTesting", "TerminalTesting"],
      swiftSettings: strict),
  ]
)

// Scripts/fuzz.sh builds this one, with libFuzzer's instruments in every target.
if Context.environment["T2V_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Tests/CFuzzer"),
    .executableTarget(
      name: "t2v-fuzz", dependencies: ["CFuzzer", "FuzzTargets"], path: "Tests/Fuzzer", swiftSettings: strict),
  ]
}
