//! Words with `*` and `?`.

/// Whether a word has to be looked for in the list of words.
pub(super) fn is_wild(pattern: &str) -> bool {
    pattern.contains(['*', '?'])
}

/// Whether a folded word fits: `*` stands for any letters, none too, and `?` for one.
pub(super) fn fits(pattern: &str, word: &str) -> bool {
    if !is_wild(pattern) {
        return pattern == word;
    }
    let pattern: Vec<char> = pattern.chars().collect();
    let word: Vec<char> = word.chars().collect();
    let (mut p, mut w) = (0, 0);
    // Where the last star stands, and up to where it was taken to reach.
    let mut star: Option<(usize, usize)> = None;
    while w < word.len() {
        if pattern.get(p) == Some(&'*') {
            star = Some((p, w));
            p += 1;
        } else if pattern.get(p).is_some_and(|c| *c == '?' || *c == word[w]) {
            p += 1;
            w += 1;
        } else if let Some((at, reach)) = star {
            star = Some((at, reach + 1));
            p = at + 1;
            w = reach + 1;
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

/// The letters that every fitting word begins with.
pub(super) fn beginning(pattern: &str) -> &str {
    pattern.split(['*', '?']).next().unwrap_or_default()
}
