//! Which field of a form was changed, so that typing on in one field is one step to undo.

/// One field that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// What the form calls it.
    pub name: &'static str,
    /// Whether it is typed, so that one change of it merges with the next.
    pub typed: bool,
}

/// The fields in which two values differ: `differing!(old, new, { typed title: "title", chosen remote: "remote" })`.
macro_rules! differing {
    ($old:expr, $new:expr, { $($how:ident $field:ident: $name:literal),* $(,)? }) => {{
        let mut fields: Vec<$crate::app::update::fields::Field> = Vec::new();
        $(
            if $old.$field != $new.$field {
                let typed = stringify!($how) == "typed";
                fields.push($crate::app::update::fields::Field { name: $name, typed });
            }
        )*
        fields
    }};
}
pub(super) use differing;

/// What the step is called, and by which field it merges.
pub(super) fn describe(fields: &[Field], whole: &'static str) -> (String, Option<&'static str>) {
    match fields {
        [field] => (format!("change of {}", field.name), field.typed.then_some(field.name)),
        _ => (format!("change of {whole}"), None),
    }
}
