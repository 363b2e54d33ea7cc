use super::{Width, captioned, line, parse_date, parse_time, problem, write_date, write_time};
use crate::model::{Date, Time};
use egui::{Context, Id, Response, Ui};

/// A day that must be there. Changed only when a day was typed.
pub fn date_field(ui: &mut Ui, label: &str, date: &mut Date) -> Response {
    let mut value = Some(*date);
    let read = |text: &str| parse_date(text).map(Some);
    let mut response = parsed_field(ui, label, &mut value, "15 September 2016", Width::Day, write_date, read);
    match value {
        Some(day) if day != *date => *date = day,
        _ => response.flags.remove(egui::response::Flags::CHANGED),
    }
    response
}

/// A day that may be left out. Changed only when a day was typed, or the field was emptied.
pub fn optional_date_field(ui: &mut Ui, label: &str, date: &mut Option<Date>) -> Response {
    let read = |text: &str| if text.trim().is_empty() { Ok(None) } else { parse_date(text).map(Some) };
    parsed_field(ui, label, date, "", Width::Day, write_date, read)
}

/// As [`optional_date_field`], where each keystroke counts; says also whether the text can be read.
pub fn asked_date_field(ui: &mut Ui, label: &str, date: &mut Option<Date>) -> (Response, bool) {
    let read = |text: &str| if text.trim().is_empty() { Ok(None) } else { parse_date(text).map(Some) };
    parsed(ui, label, date, "", Width::Day, Taken::Typed, (write_date, read))
}

/// A time of day that may be left out. Changed only when a time was typed, or the field was emptied.
pub fn time_field(ui: &mut Ui, label: &str, time: &mut Option<Time>) -> Response {
    let read = |text: &str| if text.trim().is_empty() { Ok(None) } else { parse_time(text).map(Some) };
    parsed_field(ui, label, time, "", Width::Time, write_time, read)
}

/// A whole number that may be left out. Changed only when a number was typed, or the field was emptied.
pub fn number_field(ui: &mut Ui, label: &str, number: &mut Option<u32>) -> Response {
    let read = |text: &str| match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| "This is not a whole number.".to_owned()),
    };
    let write = |number: u32| number.to_string();
    parsed(ui, label, number, "", Width::Figure, Taken::Typed, (write, read)).0
}

/// When what is typed becomes the value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    /// Once the field is left: half a day or half a time may mean another one.
    Left,
    /// With each keystroke.
    Typed,
}

/// What is being typed: kept while the field has the focus, and for as long as it cannot be read.
#[derive(Clone)]
struct Typed<T> {
    text: String,
    /// The value when it was typed. Where the value is another one now (by undo, say), the text is out of date.
    value: Option<T>,
    /// The frame in which it was last shown.
    frame: u64,
}

/// A value that is typed as text. The text stays as it was typed until the field is left, and only then is it taken; text
/// that cannot be read stays longer, with the reason below it, and the value stays what it was.
pub fn parsed_field<T: Copy + PartialEq + Send + Sync + 'static>(
    ui: &mut Ui,
    label: &str,
    value: &mut Option<T>,
    hint: &str,
    width: Width,
    write: impl Fn(T) -> String,
    read: impl Fn(&str) -> Result<Option<T>, String>,
) -> Response {
    parsed(ui, label, value, hint, width, Taken::Left, (write, read)).0
}

/// Has the field that is being typed in give its value in this frame, though it keeps the focus: something is about to be
/// done with all that was typed.
pub fn take_what_is_typed(ctx: &Context) {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| data.insert_temp(taking(), frame));
}

fn taking() -> Id {
    Id::unique("frame in which fields give their values")
}

/// The field, and whether its text can be read.
fn parsed<T: Copy + PartialEq + Send + Sync + 'static>(
    ui: &mut Ui,
    label: &str,
    value: &mut Option<T>,
    hint: &str,
    width: Width,
    taken: Taken,
    (write, read): (impl Fn(T) -> String, impl Fn(&str) -> Result<Option<T>, String>),
) -> (Response, bool) {
    let mut readable = true;
    let response = captioned(ui, label, width, |ui, id, points| {
        let frame = ui.ctx().cumulative_frame_nr();
        // Text of a form that was away meanwhile is not taken on its return: nobody is typing it.
        let mut typed = recall(ui, id, *value).filter(|typed| typed.frame + 1 >= frame || read(&typed.text).is_err());
        let mut text = typed.as_ref().map_or_else(|| value.map(&write).unwrap_or_default(), |typed| typed.text.clone());
        let mut response = line(ui, id, &mut text, hint, points);
        if response.changed() || typed.is_some() {
            typed = Some(Typed { text, value: *value, frame });
        }
        response.flags.remove(egui::response::Flags::CHANGED);
        let asked = ui.data(|data| data.get_temp::<u64>(taking())) == Some(frame);
        let left = !response.has_focus();
        match typed.as_ref().map(|typed| read(&typed.text)) {
            Some(Ok(new)) if left || asked || taken == Taken::Typed => {
                if new != *value {
                    *value = new;
                    response.mark_changed();
                }
                typed = typed.filter(|_| !left && taken == Taken::Typed).map(|typed| Typed { value: new, ..typed });
            }
            Some(Err(reason)) => {
                readable = false;
                if left {
                    problem(ui, &reason);
                }
            }
            Some(Ok(_)) | None => {}
        }
        remember(ui, id, typed);
        response
    });
    (response, readable)
}

fn recall<T: Copy + PartialEq + Send + Sync + 'static>(ui: &Ui, id: Id, value: Option<T>) -> Option<Typed<T>> {
    ui.data(|data| data.get_temp::<Typed<T>>(id)).filter(|typed| typed.value == value)
}

fn remember<T: Copy + Send + Sync + 'static>(ui: &Ui, id: Id, typed: Option<Typed<T>>) {
    ui.data_mut(|data| match typed {
        Some(typed) => {
            data.insert_temp(id, typed);
        }
        None => data.remove::<Typed<T>>(id),
    });
}
