use super::tasks::{Farewell, Tasks};
use super::{About, Copied, Draft, Effect, Env, Focus, Lexicon, PATIENCE, Pending, Selection, State, Toast, ToastKind};
use crate::store::Recent;
use std::time::Duration;

/// How long good news are shown, in milliseconds.
pub const GOOD_NEWS: u64 = 6_000;

/// The whole application without a window. Commands go in through `update`; what the window is to do comes out through
/// [`App::take_effects`]; what it is to show is in [`App::state`].
pub struct App {
    pub(super) state: State,
    pub(super) env: Env,
    pub(super) effects: Vec<Effect>,
    /// What waits for an answer.
    pub(super) pending: Option<Pending>,
    pub(super) recent: Recent,
    pub(super) settings_changed: bool,
    pub(super) tasks: Tasks,
    /// Counts up with each draft that is shown.
    pub(super) serial: u64,
    /// Of which draft and revision the house's words are.
    pub(super) worded: Option<(u64, u64)>,
    /// How often the house's words were looked up.
    pub(super) wordings: u64,
    /// Whether the command that is being carried out is one of the command table: those begin where the caret is.
    pub(super) from_table: bool,
    /// What spelling is checked with.
    pub(super) lexicon: Lexicon,
    /// What was copied last.
    pub(super) copied: Option<Copied>,
    /// How the draft is left that is open.
    pub(super) farewell: Farewell,
    /// How often the application moved the selection in any draft.
    pub(super) attention: u64,
    last_toast: u64,
}

impl App {
    /// An application that knows no house style yet and remembers nothing.
    pub(super) fn empty(env: Env) -> App {
        App {
            state: State::default(),
            env,
            effects: Vec::new(),
            pending: None,
            recent: Recent::default(),
            settings_changed: false,
            tasks: Tasks::new(),
            serial: 0,
            worded: None,
            wordings: 0,
            from_table: false,
            lexicon: Lexicon::default(),
            copied: None,
            farewell: Farewell::default(),
            attention: 0,
            last_toast: 0,
        }
    }

    /// What the window shows.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What the window is to do, in order. Each is given once.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// After how long something changes by itself, such as good news that leave; none where nothing does.
    pub fn wake_after(&self) -> Option<Duration> {
        let now = self.env.clock.millis();
        let good = self.state.toasts.iter().filter(|toast| toast.kind == ToastKind::Done);
        let good = good.map(|toast| toast.since + GOOD_NEWS);
        let patience = match self.pending {
            Some(Pending::LeaveOnceWritten { since, .. }) if self.state.dialog.is_none() => Some(since + PATIENCE),
            _ => None,
        };
        good.chain(patience).min().map(|at| Duration::from_millis(at.saturating_sub(now)))
    }

    /// Takes good news away that were shown long enough.
    pub(super) fn drop_old_news(&mut self) {
        let now = self.env.clock.millis();
        self.state.toasts.retain(|toast| toast.kind == ToastKind::Failed || toast.since + GOOD_NEWS > now);
    }

    /// Says that something went well.
    pub(super) fn done(&mut self, text: impl Into<String>) {
        self.toast(ToastKind::Done, About::Else, text.into());
    }

    /// Says that something went well which may have failed before: those messages have had their day.
    pub(super) fn done_with(&mut self, about: About, text: impl Into<String>) {
        self.state.toasts.retain(|toast| toast.kind != ToastKind::Failed || toast.about != about);
        self.toast(ToastKind::Done, about, text.into());
    }

    /// Says what went wrong and what to do now.
    pub(super) fn failed(&mut self, text: impl Into<String>) {
        self.toast(ToastKind::Failed, About::Else, text.into());
    }

    /// As [`App::failed`], until it goes well.
    pub(super) fn failed_in(&mut self, about: About, text: impl Into<String>) {
        self.toast(ToastKind::Failed, about, text.into());
    }

    fn toast(&mut self, kind: ToastKind, about: About, text: String) {
        self.state.toasts.retain(|toast| toast.text != text);
        self.last_toast += 1;
        self.state.toasts.push(Toast { id: self.last_toast, kind, about, text, since: self.env.clock.millis() });
    }

    /// Takes away what failed with the draft that is left: it is of no use with another one.
    pub(super) fn leave_news(&mut self) {
        self.state.toasts.retain(|toast| toast.kind == ToastKind::Done || toast.about == About::Program);
    }

    /// Shows a form, and takes the focus to a place of it.
    pub(super) fn go(&mut self, selection: Selection, focus: Option<Focus>) {
        if let Some(draft) = &mut self.state.draft {
            draft.go(selection, focus);
        }
    }
}

impl Draft {
    pub(super) fn go(&mut self, selection: Selection, focus: Option<Focus>) {
        self.selection = selection;
        self.focus = focus;
        self.attention += 1;
    }
}
