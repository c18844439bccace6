//! Labels of Japanese and Korean records: `○議長（山田太郎君）　これより`, `○의장 김철수  성원이`.

use super::super::shape::Form;
use super::Match;

/// Signs before a label; which of them says who speaks: the chair, a member, the government.
const CIRCLES: [char; 6] = ['○', '◯', '〇', '◎', '●', '◆'];

/// How names end in such a label: forms of address and offices.
const ENDS: [&str; 34] = [
    "君",
    "さん",
    "氏",
    "様",
    "委員",
    "議員",
    "委員長",
    "委員長代理",
    "議長",
    "副議長",
    "理事",
    "大臣",
    "長官",
    "政務官",
    "参考人",
    "公述人",
    "証人",
    "部長",
    "課長",
    "局長",
    "室長",
    "市長",
    "町長",
    "村長",
    "知事",
    "教育長",
    "番",
    "의원",
    "위원",
    "위원장",
    "의장",
    "장관",
    "총리",
    "차관",
];

/// The longest label, in bytes.
const LONGEST: usize = 160;

/// A circle, then the name up to a wide blank, or up to any blank after a form of address, an office or a bracket.
pub(super) fn after_circle(words: &str) -> Option<Match> {
    let circle = words.chars().next().filter(|c| CIRCLES.contains(c))?;
    let start = circle.len_utf8();
    let inner = &words[start..words.floor_char_boundary(words.len().min(LONGEST))];
    let blanks = || {
        inner
            .char_indices()
            .filter(|(at, c)| c.is_whitespace() && !in_bracket(&inner[..*at]))
    };
    let wide = || {
        blanks()
            .find(|(at, c)| matches!(c, '\u{3000}' | '\t') || inner[*at..].starts_with("  "))
            .map(|(at, _)| at)
    };
    let narrow = || {
        blanks()
            .take(3)
            .map(|(at, _)| at)
            .find(|at| is_titled(&inner[..*at]))
    };
    let is_name = |end: &usize| {
        let name = inner[..*end].trim_end();
        !name.is_empty() && name.chars().count() <= 40 && !name.contains(['。', '、', '「'])
    };
    let end = wide().filter(is_name).or_else(narrow).filter(is_name)?;
    let name = inner[..end].trim_end();
    let gap = inner[end..].len() - inner[end..].trim_start().len();
    Some(Match {
        lead: start,
        name_len: name.len(),
        label_len: name.len(),
        len: start + end + gap,
        form: if is_titled(name) {
            Form::Enclosed
        } else {
            Form::Plain
        },
    })
}

/// Whether a name ends with a form of address or an office, or a bracket follows it.
fn is_titled(name: &str) -> bool {
    let bare = name.trim_end_matches([')', '）']);
    let has_bracket = bare.len() < name.len() && bare.find(['(', '（']).is_some_and(|at| at > 0);
    has_bracket
        || ENDS
            .iter()
            .any(|end| bare.ends_with(end) && bare.len() > end.len())
}

/// Whether a bracket is open at the end of words: `町長（大森　凡世）`.
fn in_bracket(words: &str) -> bool {
    words.matches(['(', '（']).count() > words.matches([')', '）']).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_at_a_blank_after_a_form_of_address() {
        let name = |words: &'static str| {
            after_circle(words).map(|found| &words[found.lead..found.lead + found.name_len])
        };
        assert_eq!(name("○井原委員長　これより"), Some("井原委員長"));
        assert_eq!(
            name("◆４番（野崎喜彦君） 質問します。"),
            Some("４番（野崎喜彦君）")
        );
        assert_eq!(
            name("○町長（大森　凡世）　答弁します。"),
            Some("町長（大森　凡世）")
        );
        assert_eq!(name("○渡辺（貢）委員 まず"), Some("渡辺（貢）委員"));
        assert_eq!(name("○国務大臣演説に関する件"), None);
        assert_eq!(name("○税制改革に関する調査 承認要求の件"), None);
    }
}
