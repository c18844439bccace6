//! How long a turn is, as ranking sees it: rounded down to 1, 2, 3, 4, 6, 8, 12, 16, 24, 32 … words, so that it is told in a few bits
//! wherever a word stands in the turn. Both indexes, and the command line, rank by the same lengths.

/// The step of a length: 0 for none, then one for each of the lengths above.
pub(super) fn step(n_words: usize) -> u32 {
    if n_words < 2 {
        return n_words as u32;
    }
    let power = n_words.ilog2();
    let is_half_way = (n_words >> (power - 1)) & 1;
    2 * power + is_half_way as u32
}

/// The length a step stands for.
pub(super) fn words(step: u32) -> usize {
    match step {
        0 | 1 => step as usize,
        _ if step.is_multiple_of(2) => 1 << (step / 2),
        _ => 3 << ((step - 3) / 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_rounded_down_in_steps() {
        let rounded = |n| words(step(n));
        let expected = [0, 1, 2, 3, 4, 4, 6, 6, 8, 8, 8, 8, 12];
        assert_eq!((0..13).map(rounded).collect::<Vec<usize>>(), expected);
        assert_eq!((rounded(95), rounded(96), rounded(1_000)), (64, 96, 768));
        let steps: Vec<u32> = [1, 2, 3, 4, 6, 8, 12, 16].map(step).to_vec();
        assert_eq!(steps, (1..9).collect::<Vec<u32>>());
    }
}
