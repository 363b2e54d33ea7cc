use super::{
    block::Reading,
    element::{Raw, raw},
    fragment,
    limits::{BYTES, TIME, cut},
    page::Page,
};
use html5ever::{
    TokenizerResult,
    buffer_queue::BufferQueue,
    tendril::StrTendril,
    tokenizer::{TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind},
};
use std::{cell::RefCell, time::Instant};

/// How many bytes are read before the time is looked at.
const SLICE: usize = 4 << 10;

/// Reads the HTML of a clipboard: paragraphs, lists and tables. Anything may be in it; what is too large, too deep or
/// takes too long is left out, and [`Reading::cut`] says so.
pub fn read_html(html: &str) -> Reading {
    let whole = fragment::without_header(cut(html));
    let mut page = Page::new(!fragment::is_marked(whole));
    if html.len() > BYTES {
        page.cut();
    }
    let sink = Sink { page: RefCell::new(page) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    feed(&tokenizer, whole);
    tokenizer.end();
    tokenizer.sink.page.take().finish()
}

fn feed(tokenizer: &Tokenizer<Sink>, html: &str) {
    let begun = Instant::now();
    let input = BufferQueue::default();
    let mut rest = html;
    while !rest.is_empty() {
        if begun.elapsed() > TIME {
            return tokenizer.sink.page.borrow_mut().cut();
        }
        let (slice, behind) = rest.split_at(rest.floor_char_boundary(SLICE.min(rest.len())));
        rest = behind;
        input.push_back(StrTendril::from_slice(slice));
        loop {
            match tokenizer.feed(&input) {
                TokenizerResult::Done => break,
                TokenizerResult::Script(()) | TokenizerResult::EncodingIndicator(_) => {}
            }
        }
    }
}

/// Where the tokens of the HTML go.
struct Sink {
    page: RefCell<Page>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.page.borrow_mut();
        match token {
            Token::TagToken(tag) => match tag.kind {
                TagKind::StartTag => {
                    let following = raw(&tag.name);
                    page.open(tag.name, &tag.attrs, tag.self_closing);
                    return following.map_or(TokenSinkResult::Continue, result);
                }
                TagKind::EndTag => page.close(&tag.name),
            },
            Token::CharacterTokens(text) => page.text(&text),
            Token::CommentToken(comment) => {
                if let Some(note) = fragment::note(&comment) {
                    page.note(note);
                }
            }
            Token::DoctypeToken(_) | Token::NullCharacterToken | Token::EOFToken | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

fn result(raw: Raw) -> TokenSinkResult<()> {
    match raw {
        Raw::Text => TokenSinkResult::RawData(RawKind::Rcdata),
        Raw::Verbatim => TokenSinkResult::RawData(RawKind::Rawtext),
        Raw::Script => TokenSinkResult::RawData(RawKind::ScriptData),
        Raw::Rest => TokenSinkResult::Plaintext,
    }
}
