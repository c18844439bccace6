//! Languages: BCP 47 tags in, English names out.

/// The language a tag begins with: `de-CH` → `de`.
pub fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// The English name of a language; the tag itself where we have none.
pub fn name(tag: &str) -> &str {
    match primary(tag) {
        "ar" => "Arabic",
        "bg" => "Bulgarian",
        "cs" => "Czech",
        "da" => "Danish",
        "de" => "German",
        "el" => "Greek",
        "en" => "English",
        "es" => "Spanish",
        "fa" => "Persian",
        "fi" => "Finnish",
        "fr" => "French",
        "he" => "Hebrew",
        "hu" => "Hungarian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "nl" => "Dutch",
        "no" | "nb" | "nn" => "Norwegian",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sr" => "Serbian",
        "sv" => "Swedish",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "vi" => "Vietnamese",
        "zh" => "Chinese",
        _ => tag,
    }
}

/// Whether two tags name one language, whatever the region: `en` and `en-GB`.
pub fn is_same(one: &str, other: &str) -> bool {
    primary(one) == primary(other)
}

/// Whether a language is written from right to left.
pub fn is_right_to_left(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or(tag);
    let in_latin = parts.any(|part| part == "Latn" || part == "Cyrl");
    let from_right = [
        "ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi",
    ];
    !in_latin && from_right.contains(&language)
}

/// Whether most letters of a text belong to scripts that run from right to left; the first thousand tell.
pub fn letters_run_right_to_left(text: impl Iterator<Item = char>) -> bool {
    let letters = text.filter(|c| c.is_alphabetic()).take(1000);
    let (mut n, mut from_right) = (0, 0);
    for letter in letters {
        n += 1;
        from_right += usize::from(matches!(
            letter,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        ));
    }
    from_right * 2 > n
}

/// Whether a sign is of Chinese or Japanese, which put no blanks between words.
pub fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The tag of words of `language` printed in these letters: Russian in Latin letters is `ru-Latn`.
pub fn of_letters(language: &str, words: &str) -> String {
    let own_script = [
        "ar", "bg", "el", "fa", "he", "ja", "ko", "ru", "sr", "uk", "zh",
    ];
    let latin = words
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(|c| c < '\u{250}');
    if latin && own_script.contains(&language) {
        format!("{language}-Latn")
    } else {
        language.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_runs_the_way_of_most_of_its_letters() {
        assert!(letters_run_right_to_left("היו\"ר משה גפני: OK".chars()));
        assert!(letters_run_right_to_left("مجلس الأمن".chars()));
        assert!(!letters_run_right_to_left(
            "The word שלום means peace.".chars()
        ));
        assert!(!letters_run_right_to_left("1, 2, 3".chars()));
    }

    #[test]
    fn a_language_has_its_name_or_its_tag() {
        assert_eq!(name("ru"), "Russian");
        assert_eq!(name("en-GB"), "English");
        assert_eq!(name("xx"), "xx");
    }

    #[test]
    fn hebrew_runs_from_right_to_left_and_hebrew_in_latin_letters_does_not() {
        assert!(is_right_to_left("he") && is_right_to_left("ar-EG"));
        assert!(!is_right_to_left("he-Latn") && !is_right_to_left("fr"));
    }

    #[test]
    fn russian_in_latin_letters_says_so() {
        assert_eq!(of_letters("ru", "[mir]"), "ru-Latn");
        assert_eq!(of_letters("ru", "[мир]"), "ru");
        assert_eq!(of_letters("fr", "[paix]"), "fr");
    }
}
