use super::{Width, captioned, line, parse_date, parse_time, problem, write_date, write_time};
use crate::model::{Date, Time};
use egui::{Id, Response, Ui};

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
    parsed_field(ui, label, number, "", Width::Figure, |number| number.to_string(), read)
}

/// What is being typed: kept while the field has the focus, and for as long as it cannot be read.
#[derive(Clone)]
struct Typed<T> {
    text: String,
    /// The value when it was typed. Where the value is another one now (by undo, say), the text is out of date.
    value: Option<T>,
}

/// A value that is typed as text. The text stays as it was typed until the field is left; text that cannot be read stays
/// longer, with the reason below it, and the value stays what it was.
pub fn parsed_field<T: Copy + PartialEq + Send + Sync + 'static>(
    ui: &mut Ui,
    label: &str,
    value: &mut Option<T>,
    hint: &str,
    width: Width,
    write: impl Fn(T) -> String,
    read: impl Fn(&str) -> Result<Option<T>, String>,
) -> Response {
    captioned(ui, label, width, |ui, id, points| {
        let mut typed = recall(ui, id, *value);
        let mut text = typed.as_ref().map_or_else(|| value.map(&write).unwrap_or_default(), |typed| typed.text.clone());
        let mut response = line(ui, id, &mut text, hint, points);
        let edited = response.changed();
        response.flags.remove(egui::response::Flags::CHANGED);
        let meaning = if edited || typed.is_some() { read(&text) } else { Ok(*value) };
        if edited {
            if let Ok(new) = &meaning
                && new != value
            {
                *value = *new;
                response.mark_changed();
            }
            typed = Some(Typed { text, value: *value });
        }
        if meaning.is_ok() && !response.has_focus() {
            typed = None;
        }
        remember(ui, id, typed);
        if let Err(reason) = meaning
            && !response.has_focus()
        {
            problem(ui, &reason);
        }
        response
    })
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
