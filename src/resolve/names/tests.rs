use super::*;

fn parts(name: &str) -> NameParts {
    parse(name).unwrap()
}

#[test]
fn labels_are_taken_apart() {
    let mg = parts("M.S. GORBACHEV");
    assert_eq!(
        (mg.initials.as_slice(), mg.surname.as_str()),
        (['m', 's'].as_slice(), "gorbachev")
    );
    assert_eq!(parts("M. S. Gorbachev"), mg);
    assert_eq!(parts("Charles de Gaulle").surname, "de gaulle");
    assert_eq!(parts("Mr. SMITH (Windsor, NPD)").surname, "smith");
    assert!(parts("Mr. Smith").is_surname_only());
    assert_eq!(parse("Mr."), None);
    assert_eq!(parse("…"), None);
}

#[test]
fn an_office_is_nobodys_surname() {
    for office in [
        "The SPEAKER",
        "The DEPUTY SPEAKER",
        "Mr. Speaker",
        "The CHIEF WHIP OF THE OPPOSITION",
        "Le président",
        "An hon. Member",
    ] {
        assert_eq!(parse(office), None, "{office}");
    }
    assert_eq!(parts("The Minister for Roads (Mr. Kay)").surname, "kay");
    assert_eq!(
        parts("Dr. Johanna Wanka, Bundesministerin für Bildung").surname,
        "wanka"
    );
    assert_eq!(parts("CHIEF JUSTICE ROBERTS").surname, "roberts");
    assert_eq!(parts("Vizepräsident Peter Hintze").given, ["peter"]);
    assert_eq!(parts("M. James Bezan (Selkirk, PCC)").surname, "bezan");
}

#[test]
fn two_of_one_surname_are_told_apart_by_their_place() {
    let agree = |a: &str, b: &str| parts(a).given_names_agree(&parts(b));
    assert!(!agree("Mr. Moore of Kansas", "Mr. Moore of Wisconsin"));
    assert!(agree("Mr. Moore of Kansas", "Mr. Moore"));
}

#[test]
fn initials_and_given_names_agree_or_not() {
    let agree = |a: &str, b: &str| parts(a).given_names_agree(&parts(b));
    assert!(agree("M. Gorbachev", "M.S. Gorbachev"));
    assert!(agree("M.S. Gorbachev", "Mikhail Gorbachev"));
    assert!(agree("Gorbachev", "Mikhail Gorbachev"));
    assert!(!agree("R.M. Gorbacheva", "M.S. Gorbachev"));
    assert!(!agree("John Smith", "James Smith"));
}

#[test]
fn names_in_any_order_and_with_titles_of_many_countries() {
    let turned = parts("BAKER, James");
    assert_eq!(turned, parts("James BAKER"));
    assert_eq!(parts("Ben Brown").surname, "brown");
    assert_eq!(parts("MITTERRAND François").surname, "mitterrand");
    assert!(parts("Nagy Imre").agrees_with(&parts("Imre Nagy")));
    for (label, surname) in [
        ("The Rt. Hon. Anna Berg, MP", "berg"),
        ("Sra. Doña María López", "lopez"),
        ("Abg. Müller (SPD)", "muller"),
        ("г-н Иванов", "иванов"),
        ("היו\"ר משה גפני", "גפני"),
        ("גב' שרה לוי", "לוי"),
        ("梁國雄議員", "梁國雄"),
        ("主席曾鈺成議員", "曾鈺成"),
        ("Lt. Col. Samuel Reed, Jr.", "reed"),
    ] {
        assert_eq!(parts(label).surname, surname, "{label}");
    }
    for office in [
        "主席",
        "行政長官",
        "Der Präsident",
        "Председатель",
        "Ministre des Finances",
    ] {
        assert_eq!(parse(office), None, "{office}");
    }
    assert!(!parts("John Smith").agrees_with(&parts("John Smith, Jr.")));
    assert!(!parts("Mr. Smith").agrees_with(&parts("Mrs. Smith")));
    assert!(!parts("Mr. Smith (Windsor)").agrees_with(&parts("Mr. Smith (York)")));
    let monsieur = parse_as("M. James Bezan", LetterM::Monsieur).unwrap();
    assert!(monsieur.agrees_with(&parts("James Bezan")));
}
