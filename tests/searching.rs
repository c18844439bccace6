//! The language of queries: hundreds of generated queries against a plain scan, over the founding archive and over a small one in many
//! scripts.

#[path = "support/queries.rs"]
mod queries;
#[path = "support/scan.rs"]
mod scan;

use memcon::diagnostic::Diagnostics;
use memcon::query::{self, Archive};
use memcon::site::Site;
use memcon::{compile, search, source};
use queries::{Ask, Dice, Spoken, queries, spoken};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn site(folder: &Path) -> Site {
    let sources = source::load(folder).unwrap();
    compile(&sources, &mut Diagnostics::new())
}

fn name(archive: &Archive, turn: usize) -> String {
    let catalog = archive.catalog();
    let document = &catalog.documents[catalog.turns.document[turn]].id;
    format!("{document}#{}", catalog.turns.anchor[turn])
}

/// Compares the hits of each query, and the words of the shortest stretch, with the scan's. Gives how many found something.
fn compare(site: &Site, asked: &[Ask]) -> usize {
    let turns = spoken(site);
    let archive = search::archive(site);
    let mut n_found = 0;
    for ask in asked {
        let line = ask.line();
        let tree = query::parse(&line).unwrap_or_else(|m| panic!("{line}: {m:?}"));
        let hits = archive
            .find(&tree)
            .unwrap_or_else(|m| panic!("{line}: {m:?}"));
        let found: BTreeSet<String> = hits.iter().map(|hit| name(&archive, hit.turn)).collect();
        let meant: BTreeSet<String> = turns
            .iter()
            .filter(|turn| ask.finds(turn))
            .map(|turn| turn.name.clone())
            .collect();
        assert_eq!(found, meant, "{line}\n{ask:?}");
        n_found += usize::from(!found.is_empty());
        for hit in &hits {
            let name = name(&archive, hit.turn);
            let turn = turns.iter().find(|turn| turn.name == name).unwrap();
            assert_eq!(hit.stretch, ask.stretch(turn), "{line} in {name}");
        }
        let order = |hit: &query::Hit| (hit.stretch, -hit.score, hit.turn);
        assert!(hits.is_sorted_by(|a, b| order(a) <= order(b)), "{line}");
    }
    n_found
}

#[test]
fn generated_queries_find_what_a_scan_finds() {
    let site = site(Path::new(env!("CARGO_MANIFEST_DIR")));
    let asked = queries(&spoken(&site), 600);
    let n_found = compare(&site, &asked);
    assert!((300..600).contains(&n_found), "{n_found}");
}

/// Sentences of no source, each in a script of its own.
const SENTENCES: [(&str, &str); 10] = [
    (
        "fr",
        "L’été, l’Élysée préfère discuter longuement de la Confédération européenne",
    ),
    (
        "ru",
        "Мы говорили о едином доме, и Горбачёв ещё раз объяснил свою мысль",
    ),
    (
        "el",
        "Ὁ Ὀδυσσεύς εἶπε πολλὰ περὶ τῆς θαλάσσης καὶ τῶν πλοίων",
    ),
    ("ar", "قال الوزير إن المفاوضات مستمرة ولن تتوقف قبل الصيف"),
    ("hi", "मंत्री ने कहा कि बातचीत जारी रहेगी और शांति संभव है"),
    ("he", "השר אמר כי השיחות יימשכו גם בקיץ הבא"),
    (
        "de",
        "Die Straße nach Königsberg ist 4+2 Meilen lang, sagte 𝔘𝔫𝔦 ½ ﬁn",
    ),
    (
        "zh",
        "我们说的 是共同的欧洲家园 戈尔巴乔夫4月 在巴黎 解释过",
    ),
    (
        "ja",
        "ゴルバチョフ氏は ヨーロッパ共通の家 について 話しました",
    ),
    ("th", "บ้านหลังเดียวกัน ของยุโรป เป็นเรื่อง ที่เราพูด กันวันนี้"),
];

#[test]
fn generated_queries_in_many_scripts_find_what_a_scan_finds() {
    let folder = tempfile::tempdir().unwrap();
    let documents = folder.path().join("content/documents");
    fs::create_dir_all(&documents).unwrap();
    fs::write(folder.path().join("site.toml"), "title = \"Talks\"\n").unwrap();
    let mut dice = Dice(7);
    for (language, sentence) in SENTENCES {
        let words: Vec<&str> = sentence.split(' ').collect();
        let mut text = String::new();
        for round in 0..8 {
            let label = if round % 2 == 0 { "GREEN" } else { "BROWN" };
            let said: Vec<&str> = (0..24).map(|_| *dice.one_of(&words)).collect();
            text.push_str(&format!("{label}: {sentence}. {}.\n\n", said.join(" ")));
        }
        fs::write(documents.join(format!("1990-01-{language}.txt")), text).unwrap();
        let record = format!(
            "language = \"{language}\"\ndate = \"1990-01\"\nkind = \"talk in {language}\"\n"
        );
        fs::write(documents.join(format!("1990-01-{language}.toml")), record).unwrap();
    }
    let site = site(folder.path());
    let turns: Vec<Spoken> = spoken(&site);
    assert!(turns.len() > 40, "{}", turns.len());
    let n_found = compare(&site, &queries(&turns, 500));
    assert!(n_found > 250, "{n_found}");
}
