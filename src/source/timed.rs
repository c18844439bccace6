//! How times are written in captions whose form is known by them: `0:00:01.000,0:00:04.000`, `[00:12.00]words`, `<tt>`.

/// The names of what lyrics tell of themselves: `[ti:Title]`.
const FIELDS: [&str; 12] = [
    "ar", "ti", "al", "au", "by", "offset", "length", "re", "ve", "la", "lr", "tool",
];

/// Whether a line holds the two times of a cue as YouTube writes them.
pub(crate) fn is_sbv_time(line: &str) -> bool {
    let is_time = |words: &str| {
        let (whole, fraction) = words.split_once('.').unwrap_or((words, ""));
        let parts = whole.split(':');
        fraction.len() == 3
            && is_number(fraction)
            && parts.clone().count() == 3
            && parts.clone().all(is_number)
    };
    line.split_once(',')
        .is_some_and(|(start, end)| is_time(start.trim()) && is_time(end.trim()))
}

/// The time before a line of lyrics, without its brackets: `[00:12.00]`, `[1:02]`.
pub(crate) fn lrc(line: &str) -> Option<&str> {
    let (time, _) = line.strip_prefix('[')?.split_once(']')?;
    let (whole, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let mut parts = whole.split(':');
    let is_time = matches!(parts.clone().count(), 2 | 3)
        && parts.all(|part| part.len() <= 3 && is_number(part))
        && fraction.len() <= 3
        && is_number(fraction);
    is_time.then_some(time)
}

/// The name and value of what lyrics tell of themselves.
pub(crate) fn lrc_field(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.strip_prefix('[')?.strip_suffix(']')?.split_once(':')?;
    let is_known = FIELDS
        .iter()
        .any(|field| name.trim().eq_ignore_ascii_case(field));
    is_known.then_some((name, value))
}

/// Whether a text is lyrics throughout. Times in brackets stand before the words of many transcripts too: lyrics say what they are, or
/// leave no blank after the times.
pub(super) fn is_lrc(head: &str) -> bool {
    let (mut n_fields, mut n_times, mut n_close) = (0, 0, 0);
    // The last line may be cut off.
    let lines = head
        .split_inclusive('\n')
        .filter(|line| line.ends_with('\n'));
    for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
        if lrc_field(line).is_some() {
            n_fields += 1;
        } else if let Some(time) = lrc(line) {
            n_times += 1;
            let after = line[time.len() + 2..].chars().next();
            let is_close = time.contains('.') && !after.is_some_and(char::is_whitespace);
            n_close += usize::from(is_close);
        } else {
            return false;
        }
    }
    n_times > 1 && (n_fields > 0 || n_times > 2 && n_close == n_times)
}

/// Whether the first element is that of Timed Text; `head` in small letters.
pub(super) fn is_timed_text(head: &str) -> bool {
    let mut rest = head;
    let ends = [("<?", "?>"), ("<!--", "-->"), ("<!doctype", ">")];
    while let Some((end, after)) = ends
        .iter()
        .find_map(|(begin, end)| Some((*end, rest.strip_prefix(begin)?)))
    {
        // A document type may hold declarations.
        let holds_more = end == ">" && after.split('>').next().is_some_and(|it| it.contains('['));
        let declared = holds_more.then(|| after.split_once(']')).flatten();
        let after = declared.map_or(after, |(_, after)| after);
        let Some((_, after)) = after.split_once(end) else {
            return false;
        };
        rest = after.trim_start();
    }
    let Some(tag) = rest
        .strip_prefix('<')
        .and_then(|rest| rest.split('>').next())
    else {
        return false;
    };
    let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let is_root = name == "tt" || name.ends_with(":tt");
    is_root
        && ["/ttml", "/ttaf1", "xml:lang"]
            .iter()
            .any(|mark| attributes.contains(mark))
}

fn is_number(words: &str) -> bool {
    !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit())
}
