//! Rebuilds the crate when a file of the embedded theme is added or removed.
fn main() {
    println!("cargo:rerun-if-changed=templates");
    println!("cargo:rerun-if-changed=static");
}
