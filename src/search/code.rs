//! Whole numbers → letters that may stand in a script, and compress well.
//!
//! A number is one letter where it is small (below 63), else two or more: 63 letters end a number, 28 others say that it goes on. Only
//! printable ASCII is used, without the quotation mark, the backslash, `<` and the blank, so that nothing has to be escaped and blanks can
//! part one list from the next. `static/js/search-load.js` reads it.

/// How many letters end a number; the others say that it goes on.
const ENDING: u32 = 63;

/// How many letters say that a number goes on.
const GOING_ON: u32 = 28;

/// All letters, those that end a number first.
const LETTERS: &[u8; (ENDING + GOING_ON) as usize] =
    b"!#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// Adds a number to a list.
pub(super) fn push(list: &mut Vec<u8>, number: u32) {
    let mut rest = number;
    while rest >= ENDING {
        rest -= ENDING;
        list.push(LETTERS[(ENDING + rest % GOING_ON) as usize]);
        rest /= GOING_ON;
    }
    list.push(LETTERS[rest as usize]);
}

/// A list of letters as text.
pub(super) fn text(list: Vec<u8>) -> String {
    String::from_utf8(list).expect("all letters are ASCII")
}

/// A list of numbers as text.
pub(super) fn numbers(numbers: impl IntoIterator<Item = usize>) -> String {
    let mut list = Vec::new();
    for number in numbers {
        push(&mut list, number as u32);
    }
    text(list)
}

/// The numbers of a list.
#[cfg(test)]
pub(super) fn read(list: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    let (mut number, mut scale) = (0, 1);
    for letter in list.bytes() {
        let at = LETTERS.iter().position(|known| *known == letter);
        let digit = at.expect("a letter of the list") as u32;
        number += digit * scale;
        scale *= GOING_ON;
        if digit < ENDING {
            numbers.push(number);
            (number, scale) = (0, 1);
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let numbers: Vec<u32> = (0..5_000)
            .chain([49_999, 600_000, 1 << 24, 900_000_000])
            .collect();
        let mut list = Vec::new();
        for number in &numbers {
            push(&mut list, *number);
        }
        assert_eq!(read(&text(list)), numbers);
    }

    #[test]
    fn small_numbers_are_one_letter_and_nothing_needs_an_escape() {
        let mut list = Vec::new();
        push(&mut list, 62);
        assert_eq!(list.len(), 1);
        push(&mut list, 63);
        assert_eq!(list.len(), 3);
        let mut letters = LETTERS.to_vec();
        assert!(letters.iter().all(u8::is_ascii_graphic));
        assert!(!letters.iter().any(|c| b"\"\\< ".contains(c)));
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), LETTERS.len());
    }
}
