//! The questions and answers of an examination: `Q.   Where were you?`, `A. At home.`

use super::super::shape::Form;
use super::Match;
use crate::fold::is_small;

/// `Q.` and `A.` of an examination: the pairs, the one who asks first.
pub(in super::super) const ROLES: [(&str, &str); 20] = [
    ("Q", "A"),
    ("QUESTION", "ANSWER"),
    ("Question", "Answer"),
    ("Frage", "Antwort"),
    ("Pregunta", "Respuesta"),
    ("Demande", "Réponse"),
    ("Вопрос", "Ответ"),
    ("В", "О"),
    ("Domanda", "Risposta"),
    ("Pergunta", "Resposta"),
    ("Pytanie", "Odpowiedź"),
    ("Vraag", "Antwoord"),
    ("P", "R"),
    ("D", "R"),
    ("S", "C"),
    ("F", "S"),
    ("V", "A"),
    ("س", "ج"),
    ("ש", "ת"),
    ("سؤال", "جواب"),
];

/// Whether one of the roles of an examination may begin with a letter.
pub(super) fn starts_role(first: char) -> bool {
    // Asked of nearly every line.
    matches!(
        first,
        'Q' | 'A'
            | 'F'
            | 'P'
            | 'R'
            | 'D'
            | 'V'
            | 'S'
            | 'C'
            | 'O'
            | 'В'
            | 'О'
            | 'س'
            | 'ج'
            | 'ש'
            | 'ת'
    )
}

/// `Q.   Where were you?`, `Q    Thanks, Jay.`, `A. At home.`, `س- لطفاً`
pub(super) fn role(words: &str) -> Option<Match> {
    if words.starts_with(|c: char| is_small(c) || !c.is_alphabetic()) {
        return None;
    }
    let (name, is_question) = ROLES.iter().find_map(|(question, answer)| {
        let is = |role: &str| {
            words
                .strip_prefix(role)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        };
        if is(question) {
            Some((*question, true))
        } else {
            is(answer).then_some((*answer, false))
        }
    })?;
    let rest = &words[name.len()..];
    let mark = rest.len() - rest.trim_start_matches(['.', ':', '-', '–']).len();
    // A dash is longer than a byte.
    let n_marks = rest[..mark].chars().count();
    let after = &rest[mark..];
    let blanks = after.len() - after.trim_start().len();
    // `A man came`: without a mark the article and the answer look alike, but for the room after it.
    let has_room = blanks >= 2 || after.starts_with('\t');
    let begins = after.trim_start().starts_with(|c: char| !is_small(c));
    let fits = match (n_marks, is_question) {
        (0, true) if name.starts_with('Q') => blanks > 0 && begins || has_room,
        (0, _) => has_room,
        _ => n_marks == 1 && (blanks > 0 || after.is_empty()),
    };
    fits.then_some(Match {
        lead: 0,
        name_len: name.len(),
        label_len: name.len() + mark,
        len: name.len() + mark + blanks,
        form: Form::Plain,
    })
}

#[cfg(test)]
mod tests {
    use super::{ROLES, starts_role};

    #[test]
    fn no_role_begins_with_another_letter() {
        let first = |role: &str| role.chars().next().is_some_and(starts_role);
        for (question, answer) in ROLES {
            assert!(first(question) && first(answer), "{question}, {answer}");
        }
    }
}
