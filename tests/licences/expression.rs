//! What an expression of licences allows.

/// Whether an expression can be met by licences of a list: "(MIT OR Apache-2.0) AND Unicode-3.0". A slash is an old way to
/// write "or".
pub fn allows(expression: &str, allowed: &[&str]) -> bool {
    let parted = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let tokens: Vec<&str> = parted.split_whitespace().collect();
    let mut reader = Reader { tokens: &tokens, at: 0, allowed };
    let met = reader.any();
    met && reader.at == tokens.len() && !tokens.is_empty()
}

struct Reader<'a> {
    tokens: &'a [&'a str],
    at: usize,
    allowed: &'a [&'a str],
}

impl Reader<'_> {
    fn takes(&mut self, token: &str) -> bool {
        let found = self.tokens.get(self.at) == Some(&token);
        self.at += usize::from(found);
        found
    }

    fn any(&mut self) -> bool {
        let mut met = self.all();
        while self.takes("OR") {
            met |= self.all();
        }
        met
    }

    fn all(&mut self) -> bool {
        let mut met = self.one();
        while self.takes("AND") {
            met &= self.one();
        }
        met
    }

    fn one(&mut self) -> bool {
        if self.takes("(") {
            let met = self.any();
            return self.takes(")") && met;
        }
        let Some(licence) = self.tokens.get(self.at) else { return false };
        self.at += 1;
        let mut licence = (*licence).to_owned();
        if self.takes("WITH") {
            licence = format!("{licence} WITH {}", self.tokens.get(self.at).unwrap_or(&""));
            self.at += 1;
        }
        self.allowed.contains(&licence.as_str())
    }
}

#[test]
fn expressions_are_read_as_they_are_meant() {
    let allowed = ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"];
    for met in ["MIT", "MIT/GPL-2.0", "GPL-2.0 OR MIT", "(GPL-2.0 OR MIT) AND Zlib", "Apache-2.0 WITH LLVM-exception"] {
        assert!(allows(met, &allowed), "{met}");
    }
    for not in ["", "GPL-2.0", "MIT AND GPL-2.0", "(MIT OR Zlib) AND GPL-2.0", "Apache-2.0", "MIT MIT", "(MIT"] {
        assert!(!allows(not, &allowed), "{not}");
    }
}
