use super::*;

fn known(recurring: &[&str], label: &str) -> bool {
    Forms::new(recurring, std::iter::once(label)).know(label)
}

#[test]
fn a_label_formed_like_the_others_is_known() {
    let members = ["Mr. Omido", "Mrs. Asiyo", "The Minister for Lands"];
    assert!(known(&members, "Mr. Kubai"));
    assert!(known(
        &["Uwe Schummer (SPD)", "Omid Nouripour (FDP)"],
        "Gabriela Heinrich (SPD)"
    ));
    assert!(known(
        &["Volker (CDU)", "Uwe (SPD)"],
        "Peer Steinbrück (FDP)"
    ));
    assert!(known(&["nirik", "pbrobinson"], "cverna"));
    assert!(known(&["J. Baker", "M. Thatcher"], "J. Attali"));
    assert!(known(&["葉國雄", "陳子誠"], "何寄澎"));
    assert!(known(&["主席", "梁君彥議員"], "黃毓民議員"));
    assert!(known(
        &["Le président", "M. Roy"],
        "Le président (M. Kelly (Calgary))"
    ));
    let ministers = [
        "The Minister for Lands",
        "The Minister for Labour",
        "Mr. Roy",
    ];
    assert!(known(&ministers, "The Minister for Works (Mr. Omido)"));
    assert!(known(&["Speaker 1", "Speaker 2"], "Speaker 3"));
}

#[test]
fn headings_and_names_of_columns_are_not() {
    let first_names = ["Alice", "Bob"];
    for label in ["Part 2", "Scaling", "Replacing transactions", "MORE INFO"] {
        assert!(!known(&first_names, label), "{label}");
    }
    assert!(!known(
        &["Mr. Omido", "Mrs. Asiyo"],
        "DISMISSAL BY CARGO LIMITED"
    ));
    assert!(!known(&["葉國雄", "陳子誠"], "提案討論"));
    assert!(!known(
        &["Mr S MOKGALAPA", "Ms L H ADAMS"],
        "West University, Mafikeng campus"
    ));
}

#[test]
fn a_slip_differs_by_a_letter_or_two_of_one_word() {
    let slip =
        |label, recurring: &[&'static str]| Slips::new(recurring).meant_by(label, &BTreeSet::new());
    assert_eq!(
        slip("Mr. Khasakhla", &["Mr. Khasakhala"]),
        Some("Mr. Khasakhala")
    );
    assert_eq!(slip("Mr Nyakiamo", &["Mr. Nyakiamo"]), None);
    // Another title, a feminine ending, a short name, another initial: other people.
    for (label, other) in [
        ("Mrs. Khasakhala", "Mr. Khasakhala"),
        ("Ivanova", "Ivanov"),
        ("Mr. Mali", "Mr. Mila"),
        ("Mr. Barker", "Mr. Parker"),
        ("Speaker 1", "Speaker 2"),
    ] {
        assert_eq!(slip(label, &[other]), None, "{label}");
    }
    let named = BTreeSet::from(["braun".to_owned()]);
    assert_eq!(
        Slips::new(&["Mr. Brawn"]).meant_by("Mr. Braun", &named),
        None
    );
}
