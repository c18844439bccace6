//! The `memcon` program; everything it does is in the library.

fn main() -> std::process::ExitCode {
    memcon::cli::main()
}
