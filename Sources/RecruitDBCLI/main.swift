#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

Interruption.install()
exit(Program().run(Array(CommandLine.arguments.dropFirst())).rawValue)
