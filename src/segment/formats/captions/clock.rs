//! The times of Timed Text: `00:00:12.500`, `00:00:12:15` (frames), `12.5s`, `300t`.

use super::super::cues::Time;
use super::super::xml::tokens::Tag;

/// How a file counts frames and ticks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    frames: f64,
    ticks: f64,
}

impl Default for Clock {
    fn default() -> Self {
        Clock {
            frames: 30.0,
            ticks: 1.0,
        }
    }
}

impl Clock {
    /// As the first element says.
    pub(super) fn of(tag: &Tag<'_>) -> Clock {
        let number = |name| {
            let value: Option<f64> = tag
                .value(&[name])
                .and_then(|value| value.trim().parse().ok());
            value.filter(|value| value.is_finite() && *value > 0.0)
        };
        let multiplier = tag.value(&["ttp:frameRateMultiplier"]).and_then(|value| {
            let (by, of) = value.trim().split_once([' ', ':'])?;
            let (by, of): (f64, f64) = (by.parse().ok()?, of.trim().parse().ok()?);
            (by > 0.0 && of > 0.0).then_some(by / of)
        });
        let rate = number("ttp:frameRate");
        let frames = rate.unwrap_or(30.0) * multiplier.unwrap_or(1.0);
        let ticks = number("ttp:tickRate")
            .or(rate.map(|_| frames))
            .unwrap_or(1.0);
        Clock { frames, ticks }
    }

    /// The times of an element, counted from `base` on; `None` where it names no beginning.
    pub(super) fn times(&self, tag: &Tag<'_>, base: u64) -> Option<Time> {
        let value = |name| tag.value(&[name]).and_then(|value| self.millis(value));
        let start = base.checked_add(value("begin")?)?;
        let end = match (value("end"), value("dur")) {
            (Some(end), _) => base.checked_add(end)?,
            (None, Some(length)) => start.checked_add(length)?,
            (None, None) => start,
        };
        Some(Time { start, end })
    }

    fn millis(&self, value: &str) -> Option<u64> {
        let value = value.trim();
        let units = [
            ("ms", 1.0),
            ("h", 3_600_000.0),
            ("m", 60_000.0),
            ("s", 1_000.0),
            ("f", 1_000.0 / self.frames),
            ("t", 1_000.0 / self.ticks),
        ];
        let of_unit = units
            .into_iter()
            .find_map(|(unit, millis)| Some((value.strip_suffix(unit)?, millis)));
        if let Some((number, millis)) = of_unit {
            let is_number = number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
            let number: f64 = number.parse().ok().filter(|_| is_number)?;
            return Some(whole(number * millis));
        }
        let mut parts = value.splitn(4, ':');
        let parts = (parts.next(), parts.next(), parts.next(), parts.next());
        let (Some(hours), Some(minutes), Some(seconds), Some(frames)) = parts else {
            return Time::parse(value);
        };
        let frames: f64 = frames.parse().ok().filter(|n| (0.0..1000.0).contains(n))?;
        let time = Time::parse(&format!("{hours}:{minutes}:{seconds}"))?;
        time.checked_add(whole(frames * 1_000.0 / self.frames))
    }
}

/// As a number of milliseconds; no time is longer than a year.
fn whole(millis: f64) -> u64 {
    #[allow(clippy::cast_sign_loss, reason = "it is no less than 0")]
    let whole = millis.clamp(0.0, 3.2e10).round() as u64;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_to_write_a_time_are_read() {
        let clock = Clock {
            frames: 25.0,
            ticks: 10_000_000.0,
        };
        for (value, millis) in [
            ("00:00:12.500", Some(12_500)),
            ("01:00:00:05", Some(3_600_200)),
            ("1.5s", Some(1_500)),
            ("250ms", Some(250)),
            ("2m", Some(120_000)),
            ("50f", Some(2_000)),
            ("15000000t", Some(1_500)),
            ("wallclock(2020)", None),
            ("-1s", None),
            ("", None),
        ] {
            assert_eq!(clock.millis(value), millis, "{value:?}");
        }
    }
}
