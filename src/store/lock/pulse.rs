use super::claim::Nonce;
use crate::format::Digest;
use std::time::Duration;

/// How long a lock file may stay as it is before nobody is thought to be behind it. Three renewals may fail in that time.
pub const STALE: Duration = Duration::from_secs(20);

/// How often the holder of a lock renews it.
pub const RENEW: Duration = Duration::from_secs(5);

/// How long one waits after putting one's own claim in the place of a stale one, before one reads it back: whoever took it
/// over at the same time has written theirs by then.
pub const SETTLE: Duration = Duration::from_millis(1_500);

/// By what two states of a lock file are told apart. Times in it are compared for being the same, never for which is later:
/// the clocks of two machines say nothing about each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// What is in it.
    Bytes(Digest),
    /// Where it cannot be read, its length and when it was written.
    Outside(u64, Option<std::time::SystemTime>),
}

/// Whether somebody is behind a lock file, by what one has seen of it oneself: it moves, or it does not. The time is that of
/// the reader's own clock that never goes back; where it stood still, as in a machine that slept, that delays the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pulse {
    sign: Sign,
    /// When it was last seen so.
    last: Duration,
    /// For how long it was watched like that.
    still: Duration,
}

/// The longest time between two looks that counts as having watched. A reader that slept itself has seen nothing.
const ATTENTION: Duration = Duration::from_secs(6);

impl Pulse {
    /// A lock file that is seen for the first time.
    pub fn first(sign: Sign, now: Duration) -> Pulse {
        Pulse { sign, last: now, still: Duration::ZERO }
    }

    /// It is seen again.
    pub fn seen(self, sign: Sign, now: Duration) -> Pulse {
        if sign != self.sign {
            return Pulse::first(sign, now);
        }
        let passed = now.saturating_sub(self.last).min(ATTENTION);
        Pulse { last: self.last.max(now), still: self.still + passed, ..self }
    }

    /// Whether it stayed as it is for so long that nobody is thought to be behind it.
    pub fn is_stale(&self) -> bool {
        self.still >= STALE
    }

    /// What was seen last.
    pub fn sign(&self) -> Sign {
        self.sign
    }
}

/// What the holder of a lock finds in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A claim.
    Claim(Nonce),
    /// No file.
    Nothing,
    /// Something that is no claim: perhaps half of what oneself or somebody else is writing.
    Garbage,
    /// It could not be read.
    Unreadable,
}

/// What the holder of a lock does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Write the next beat.
    Beat,
    /// Put the claim where it was taken away: somebody tidied up, or the folder came back without it.
    Again,
    /// Try again at the next turn.
    Wait,
    /// Somebody else has it now.
    Lost,
}

/// What the holder of a lock does with what it finds.
pub(super) fn renewed(own: Nonce, found: Found) -> Next {
    match found {
        Found::Claim(nonce) if nonce == own => Next::Beat,
        Found::Claim(_) => Next::Lost,
        Found::Nothing => Next::Again,
        Found::Garbage => Next::Beat,
        Found::Unreadable => Next::Wait,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Nonce = Nonce(1);

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn sign(text: &str) -> Sign {
        Sign::Bytes(Digest::of(text.as_bytes()))
    }

    #[test]
    fn a_lock_that_moves_is_never_stale() {
        let mut pulse = Pulse::first(sign("0"), at(100));
        for beat in 1_u64..100 {
            for look in 0..3 {
                pulse = pulse.seen(sign(&beat.to_string()), at(100 + beat * 15 + look * 5));
                assert!(!pulse.is_stale(), "beat {beat}");
            }
        }
    }

    #[test]
    fn one_that_stands_still_is_stale_after_twenty_seconds_of_watching() {
        let mut pulse = Pulse::first(sign("0"), at(0));
        for second in (2..20).step_by(2) {
            pulse = pulse.seen(sign("0"), at(second));
            assert!(!pulse.is_stale(), "after {second} s");
        }
        pulse = pulse.seen(sign("0"), at(20));
        assert!(pulse.is_stale());
        assert!(!pulse.seen(sign("1"), at(21)).is_stale(), "and is not once it moves again");
    }

    #[test]
    fn a_reader_that_slept_has_not_watched() {
        let pulse = Pulse::first(sign("0"), at(0)).seen(sign("0"), at(2)).seen(sign("0"), at(9_000));
        assert!(!pulse.is_stale(), "the holder may have slept as well and be about to renew");
        let watched = (1..8).fold(pulse, |pulse, look| pulse.seen(sign("0"), at(9_000 + look * 2)));
        assert!(watched.is_stale());
    }

    #[test]
    fn a_clock_that_stands_or_is_read_out_of_turn_makes_nothing_stale() {
        let pulse = (0..1_000).fold(Pulse::first(sign("0"), at(50)), |pulse, _| pulse.seen(sign("0"), at(50)));
        assert!(!pulse.is_stale());
        assert!(!pulse.seen(sign("0"), at(10)).is_stale());
    }

    #[test]
    fn a_file_that_cannot_be_read_is_watched_from_outside() {
        let pulse = Pulse::first(Sign::Outside(200, None), at(0));
        let still = (1..=10).fold(pulse, |pulse, look| pulse.seen(Sign::Outside(200, None), at(look * 2)));
        assert!(still.is_stale());
        assert!(!still.seen(Sign::Outside(201, None), at(21)).is_stale());
    }

    #[test]
    fn a_holder_gives_way_to_another_claim_and_to_nothing_else() {
        assert_eq!(renewed(OWN, Found::Claim(OWN)), Next::Beat);
        assert_eq!(renewed(OWN, Found::Claim(Nonce(2))), Next::Lost);
        assert_eq!(renewed(OWN, Found::Nothing), Next::Again);
        assert_eq!(renewed(OWN, Found::Garbage), Next::Beat);
        assert_eq!(renewed(OWN, Found::Unreadable), Next::Wait);
    }
}
