//! The fewest keys by which a text is typed: the cheapest way to each of its places, from those before.

use crate::script::keys_of;

/// A key that is pressed in prose.
#[derive(Clone, Debug)]
pub enum Key {
    Sign(char),
    /// Takes an entry of the list: so many times Down, then Tab.
    Take(usize),
    /// Takes the space away that came with a word.
    Back,
}

/// What the last key was.
#[derive(Clone, Copy, PartialEq)]
pub enum Last {
    /// It typed a sign, so that something may be offered.
    Sign,
    /// It took an offer.
    Take,
    /// It took a word, with the space behind it.
    Word,
}

/// A number of keys, and which they are.
type Way = (usize, Vec<Key>);

/// The fewest keys by which each place of a text is reached, by what the last of them was.
pub struct Ways(Vec<[Option<Way>; 3]>);

impl Ways {
    pub fn new(length: usize) -> Ways {
        let mut ways = vec![[None, None, None]; length + 1];
        ways[0][0] = Some((0, Vec::new()));
        Ways(ways)
    }

    /// Goes on from a place with these keys, of which the first types this sign.
    pub fn add(&mut self, from: usize, to: usize, keys: &[Key], first: char, last: Last) {
        for before in [Last::Sign, Last::Take] {
            self.reach(from, before, to, keys, last);
        }
        // The space that came with a word is there already, or makes way for a stop.
        match first {
            ' ' => self.reach(from, Last::Word, to, &keys[1..], last),
            '.' | ',' | ';' | ':' | ')' | '?' | '/' | '\'' | '’' | '”' | '-' => {
                self.reach(from, Last::Word, to, keys, last);
            }
            _ => {
                let keys: Vec<Key> = [Key::Back].iter().chain(keys).cloned().collect();
                self.reach(from, Last::Word, to, &keys, last);
            }
        }
    }

    pub fn reach(&mut self, from: usize, before: Last, to: usize, keys: &[Key], last: Last) {
        let Some((cost, way)) = &self.0[from][before as usize] else { return };
        let cost = cost + keys.iter().map(cost_of).sum::<usize>();
        if self.0[to][last as usize].as_ref().is_none_or(|known| cost < known.0) {
            let way = way.iter().chain(keys).cloned().collect();
            self.0[to][last as usize] = Some((cost, way));
        }
    }

    /// The shortest way to the end, where the space behind a word goes by itself if a paragraph follows.
    pub fn shortest(mut self, follows: bool) -> Vec<Key> {
        let [sign, take, word] = self.0.pop().expect("an end");
        let word = word.map(|(cost, mut keys)| match follows {
            true => (cost, keys),
            false => {
                keys.push(Key::Back);
                (cost + 1, keys)
            }
        });
        [sign, take, word].into_iter().flatten().min_by_key(|way| way.0).expect("everything can be typed").1
    }
}

pub fn first_of(keys: &[Key]) -> char {
    match keys.first() {
        Some(Key::Sign(sign)) => *sign,
        _ => panic!("a sign is typed first"),
    }
}

fn cost_of(key: &Key) -> usize {
    match key {
        Key::Sign(sign) => keys_of(*sign),
        Key::Take(down) => down + 1,
        Key::Back => 1,
    }
}
