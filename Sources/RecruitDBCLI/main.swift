#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

Interruption.install()
CutFile.install()
exit(Program().run(Program.words).rawValue)
