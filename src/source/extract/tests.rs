use super::*;
use std::fs;
use std::path::Path;

/// How many damaged copies of each fixture are read; more in `FUZZ_ROUNDS`.
fn n_rounds() -> usize {
    std::env::var("FUZZ_ROUNDS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(40)
}

#[test]
fn damaged_files_are_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/segment");
    let mut seed: u64 = 7;
    let mut random = move |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % below
    };
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let format = match path.extension().and_then(|e| e.to_str()) {
            Some("pdf") => Format::Pdf,
            Some("docx") => Format::Word,
            Some("html" | "htm") => Format::Html,
            _ => continue,
        };
        let whole = fs::read(&path).unwrap();
        for round in 0..n_rounds() {
            let mut bytes = whole.clone();
            for _ in 0..=round % 8 {
                let at = random(bytes.len());
                match random(3) {
                    0 => bytes[at] = u8::try_from(random(256)).unwrap(),
                    1 => bytes.truncate(at.max(1)),
                    _ => {
                        let from = random(bytes.len());
                        let part = bytes[from..bytes.len().min(from + 40)].to_vec();
                        bytes.splice(at..at, part);
                    }
                }
            }
            match reading_text(format, &bytes) {
                Ok(read) => {
                    let mut end = 0;
                    for span in read.chrome {
                        assert!(end <= span.start && span.end <= read.text.len());
                        assert!(read.text.get(span.range()).is_some());
                        end = span.end;
                    }
                }
                Err(why) => {
                    assert!(
                        !why.reason.contains("fault"),
                        "{}: round {round}",
                        path.display()
                    );
                }
            }
        }
    }
}
