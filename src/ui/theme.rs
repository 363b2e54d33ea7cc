//! How the window looks: every colour, size and distance has its name here, and nowhere else.
//!
//! The picture is a writing desk. The paper is the brightest thing on it; what lies around it is warm grey and a step
//! darker. The one accent is registrar's ink, the blue-black in which British registers are signed: it stands off from
//! the warm greys, keeps more than 7 : 1 against them, and is told from them by anybody who does not see red or green.

#![allow(clippy::disallowed_methods, reason = "this is the file in which colours get their names")]

use crate::{app::ThemeChoice, font::ui as faces};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke, Style,
    TextStyle, Theme, ThemePreference, Ui, Visuals,
    style::{KineticScrollStyle, ScrollFadeStyle, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets},
    vec2,
};
use std::sync::Arc;

/// The colours of one theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// Behind the pages.
    pub desk: Color32,
    /// Behind the outline, the menu and the status line.
    pub panel: Color32,
    /// Behind the form.
    pub form: Color32,
    /// What floats above: menus, dialogs, toasts.
    pub raised: Color32,
    /// The paper of the pages, in every theme.
    pub paper: Color32,
    /// Text.
    pub ink: Color32,
    /// Text of the second rank: labels, hints, numbers.
    pub ink_soft: Color32,
    /// Text that is there until something is typed, and entries that cannot be chosen now.
    pub ink_faint: Color32,
    /// The accent: what is selected, has the focus, or is the one thing to do.
    pub accent: Color32,
    /// The accent under the pointer.
    pub accent_strong: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// A breath of the accent, behind what is selected.
    pub accent_soft: Color32,
    /// Behind the words that the house writes in a text: less than a selection.
    pub mark: Color32,
    /// Behind what the pointer is over.
    pub hover: Color32,
    /// Behind a field that is being typed in.
    pub field: Color32,
    /// Between areas.
    pub hairline: Color32,
    /// Under fields.
    pub underline: Color32,
    /// What went wrong or is missing.
    pub problem: Color32,
    /// What went well.
    pub done: Color32,
    /// Behind what was found.
    pub found: Color32,
    /// Behind the hit that is shown.
    pub found_here: Color32,
    /// Shadows under paper and floating things.
    pub shadow: Color32,
    /// Over everything behind a dialog.
    pub veil: Color32,
}

/// The colours of the light theme.
pub const LIGHT: Palette = Palette {
    desk: Color32::from_rgb(0xE2, 0xDF, 0xD8),
    panel: Color32::from_rgb(0xEC, 0xEA, 0xE4),
    form: Color32::from_rgb(0xF6, 0xF4, 0xF0),
    raised: Color32::from_rgb(0xFB, 0xFA, 0xF7),
    paper: Color32::WHITE,
    ink: Color32::from_rgb(0x22, 0x24, 0x2A),
    ink_soft: Color32::from_rgb(0x57, 0x58, 0x5E),
    ink_faint: Color32::from_rgb(0x60, 0x61, 0x66),
    accent: Color32::from_rgb(0x1F, 0x3F, 0x77),
    accent_strong: Color32::from_rgb(0x17, 0x31, 0x5F),
    on_accent: Color32::WHITE,
    accent_soft: Color32::from_rgb(0xD9, 0xE0, 0xEC),
    mark: Color32::from_rgb(0xE8, 0xEB, 0xF0),
    hover: Color32::from_rgb(0xE5, 0xE2, 0xDB),
    field: Color32::from_rgb(0xFC, 0xFB, 0xF9),
    hairline: Color32::from_rgb(0xD8, 0xD4, 0xCB),
    underline: Color32::from_rgb(0x84, 0x7F, 0x76),
    problem: Color32::from_rgb(0x96, 0x30, 0x1A),
    done: Color32::from_rgb(0x28, 0x60, 0x3A),
    found: Color32::from_rgb(0xF3, 0xE8, 0xC2),
    found_here: Color32::from_rgb(0xEB, 0xCB, 0x6A),
    shadow: Color32::from_black_alpha(0x26),
    veil: Color32::from_black_alpha(0x40),
};

/// The colours of the dark theme.
pub const DARK: Palette = Palette {
    desk: Color32::from_rgb(0x16, 0x17, 0x19),
    panel: Color32::from_rgb(0x1D, 0x1E, 0x21),
    form: Color32::from_rgb(0x23, 0x25, 0x28),
    raised: Color32::from_rgb(0x2B, 0x2D, 0x31),
    paper: Color32::WHITE,
    ink: Color32::from_rgb(0xE7, 0xE4, 0xDD),
    ink_soft: Color32::from_rgb(0xB0, 0xAD, 0xA6),
    ink_faint: Color32::from_rgb(0x9E, 0x9B, 0x95),
    accent: Color32::from_rgb(0xA3, 0xBC, 0xF0),
    accent_strong: Color32::from_rgb(0xBD, 0xD0, 0xF7),
    on_accent: Color32::from_rgb(0x12, 0x1C, 0x33),
    accent_soft: Color32::from_rgb(0x30, 0x3B, 0x52),
    mark: Color32::from_rgb(0x26, 0x2B, 0x36),
    hover: Color32::from_rgb(0x2E, 0x30, 0x34),
    field: Color32::from_rgb(0x1B, 0x1C, 0x1F),
    hairline: Color32::from_rgb(0x34, 0x36, 0x3A),
    underline: Color32::from_rgb(0x7A, 0x7C, 0x82),
    problem: Color32::from_rgb(0xF3, 0xA8, 0x8F),
    done: Color32::from_rgb(0x9F, 0xCF, 0xA9),
    found: Color32::from_rgb(0x41, 0x3B, 0x26),
    found_here: Color32::from_rgb(0x69, 0x5A, 0x1E),
    shadow: Color32::from_black_alpha(0x70),
    veil: Color32::from_black_alpha(0x80),
};

/// The drawings of pages on the start page and in place of pages that are not drawn yet.
pub mod print {
    use egui::Color32;

    /// A heading.
    pub const HEADING: Color32 = Color32::from_rgb(0x5D, 0x5F, 0x66);
    /// A line of text.
    pub const TEXT: Color32 = Color32::from_rgb(0xC7, 0xC6, 0xC4);
    /// A line of text that is still to come.
    pub const TO_COME: Color32 = Color32::from_rgb(0xEC, 0xEA, 0xE4);
    /// What is being written.
    pub const ACCENT: Color32 = super::LIGHT.accent;
}

/// Nothing at all, where a colour is asked for.
pub const CLEAR: Color32 = Color32::TRANSPARENT;

/// Pictures are shown as they are.
pub const UNTINTED: Color32 = Color32::WHITE;

/// Distances: an 8-point grid with a half step.
pub mod space {
    /// Half a step: between things that belong together.
    pub const HALF: f32 = 4.0;
    /// One step.
    pub const ONE: f32 = 8.0;
    /// Two steps: between fields.
    pub const TWO: f32 = 16.0;
    /// Three steps: between groups of fields side by side.
    pub const THREE: f32 = 24.0;
    /// Four steps: between groups.
    pub const FOUR: f32 = 32.0;
    /// Six steps: around the form.
    pub const SIX: f32 = 48.0;
    /// The width of the outline.
    pub const OUTLINE: f32 = 264.0;
    /// The room for labels beside fields, with the gap behind them.
    pub const LABELS: f32 = 144.0;
    /// The widest column of text in the form.
    pub const COLUMN: f32 = 720.0;
    /// The height of a row that is chosen with a pointer.
    pub const ROW: f32 = 32.0;
    /// The rounding of corners.
    pub const CORNER: u8 = 4;
}

/// Sizes of type.
pub mod size {
    /// The name of the program on the start page.
    pub const DISPLAY: f32 = 36.0;
    /// The title of a form.
    pub const TITLE: f32 = 26.0;
    /// The heading of a group.
    pub const HEADING: f32 = 18.0;
    /// Text and what is typed.
    pub const BODY: f32 = 16.0;
    /// Labels, buttons, the outline.
    pub const LABEL: f32 = 14.0;
    /// Hints and the status line.
    pub const SMALL: f32 = 13.0;
}

/// The weights of the bundled typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// For reading.
    Regular,
    /// For headings and what is selected.
    Semibold,
    /// For what is bold on the page.
    Bold,
    /// For what is italic on the page.
    Italic,
    /// For what is both.
    BoldItalic,
}

/// The typeface of a weight, at a size.
pub fn font(weight: Weight, size: f32) -> FontId {
    FontId::new(size, family(weight))
}

/// The family under which a weight is known to egui.
pub fn family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Semibold => FontFamily::Name("semibold".into()),
        Weight::Bold => FontFamily::Name("bold".into()),
        Weight::Italic => FontFamily::Name("italic".into()),
        Weight::BoldItalic => FontFamily::Name("bold italic".into()),
    }
}

/// The colours that a place of the window uses now.
pub fn palette(ui: &Ui) -> &'static Palette {
    of(ui.visuals().dark_mode)
}

/// The colours of the dark theme, or of the light one.
pub fn of(dark: bool) -> &'static Palette {
    if dark { &DARK } else { &LIGHT }
}

/// Puts the look in place: both themes, the typeface, and which theme is used.
pub fn apply(ctx: &Context, choice: ThemeChoice) {
    ctx.set_fonts(fonts());
    ctx.set_style_of(Theme::Light, style(&LIGHT, false));
    ctx.set_style_of(Theme::Dark, style(&DARK, true));
    choose(ctx, choice);
}

/// Changes which theme is used.
pub fn choose(ctx: &Context, choice: ThemeChoice) {
    let preference = match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    };
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_theme(preference);
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let faces: [(Weight, &str, &'static [u8]); 5] = [
        (Weight::Regular, "regular", faces::REGULAR),
        (Weight::Semibold, "semibold", faces::SEMIBOLD),
        (Weight::Bold, "bold", faces::BOLD),
        (Weight::Italic, "italic", faces::ITALIC),
        (Weight::BoldItalic, "bold italic", faces::BOLD_ITALIC),
    ];
    for (weight, name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        fonts.families.insert(family(weight), vec![name.to_owned()]);
    }
    fonts.families.insert(FontFamily::Monospace, vec!["regular".to_owned()]);
    fonts
}

fn style(palette: &Palette, dark: bool) -> Style {
    let mut style = Style {
        text_styles: [
            (TextStyle::Heading, font(Weight::Semibold, size::TITLE)),
            (TextStyle::Body, font(Weight::Regular, size::BODY)),
            (TextStyle::Button, font(Weight::Regular, size::LABEL)),
            (TextStyle::Small, font(Weight::Regular, size::SMALL)),
            (TextStyle::Monospace, font(Weight::Regular, size::BODY)),
        ]
        .into(),
        // Nothing moves by itself: what changed is there at once, and an idle window draws nothing.
        animation_time: 0.0,
        scroll_animation: egui::style::ScrollAnimation::none(),
        visuals: visuals(palette, dark),
        ..Style::default()
    };
    style.spacing.item_spacing = vec2(space::ONE, space::ONE);
    style.spacing.button_padding = vec2(12.0, 6.0);
    style.spacing.menu_margin = Margin::symmetric(4, 8);
    style.spacing.interact_size = vec2(space::FOUR, space::ROW);
    style.spacing.window_margin = Margin::same(32);
    style.spacing.tooltip_width = 360.0;
    style.spacing.scroll = scroll();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.6;
    style
}

/// Scroll bars that are a thin line until the pointer comes near.
fn scroll() -> ScrollStyle {
    ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        // Off the edge, so that it is not taken for the edge of what lies beside.
        bar_outer_margin: space::HALF,
        foreground_color: false,
        dormant_handle_opacity: 0.5,
        active_handle_opacity: 0.9,
        interact_handle_opacity: 1.0,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        fade: ScrollFadeStyle { strength: 0.0, ..ScrollFadeStyle::default() },
        kinetic: KineticScrollStyle { rubber_band: false, ..KineticScrollStyle::default() },
        ..ScrollStyle::floating()
    }
}

fn visuals(palette: &Palette, dark: bool) -> Visuals {
    let base = if dark { Visuals::dark() } else { Visuals::light() };
    Visuals {
        override_text_color: None,
        weak_text_color: Some(palette.ink_soft),
        widgets: widgets(palette),
        selection: Selection { bg_fill: palette.accent_soft, stroke: Stroke::new(1.0, palette.ink) },
        hyperlink_color: palette.accent,
        faint_bg_color: palette.hover,
        extreme_bg_color: palette.field,
        text_edit_bg_color: Some(CLEAR),
        code_bg_color: palette.hover,
        warn_fg_color: palette.problem,
        error_fg_color: palette.problem,
        window_corner_radius: CornerRadius::same(8),
        window_shadow: Shadow { offset: [0, 8], blur: 32, spread: 0, color: palette.shadow },
        window_fill: palette.raised,
        window_stroke: Stroke::NONE,
        menu_corner_radius: CornerRadius::same(6),
        panel_fill: palette.form,
        popup_shadow: Shadow { offset: [0, 4], blur: 16, spread: 0, color: palette.shadow },
        text_cursor: TextCursorStyle { stroke: Stroke::new(2.0, palette.accent), ..TextCursorStyle::default() },
        button_frame: true,
        striped: false,
        ..base
    }
}

fn widgets(palette: &Palette) -> Widgets {
    let look = |fill: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::NONE,
        corner_radius: CornerRadius::same(space::CORNER),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: WidgetVisuals { bg_stroke: Stroke::new(1.0, palette.hairline), ..look(CLEAR, palette.ink) },
        inactive: WidgetVisuals { bg_fill: palette.underline, ..look(CLEAR, palette.ink) },
        hovered: WidgetVisuals { bg_fill: palette.ink_faint, ..look(palette.hover, palette.ink) },
        active: WidgetVisuals { bg_fill: palette.ink_soft, ..look(palette.accent_soft, palette.ink) },
        open: look(palette.hover, palette.ink),
    }
}

/// How much brighter one colour is than another, from 1 to 21 (WCAG 2.2, "contrast ratio").
pub fn contrast(one: Color32, other: Color32) -> f32 {
    let luminance = |colour: Color32| {
        let linear = egui::Rgba::from(colour);
        0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(check: impl Fn(&str, &Palette)) {
        check("light", &LIGHT);
        check("dark", &DARK);
    }

    #[test]
    fn text_stands_off_from_everything_that_it_is_written_on() {
        both(|name, p| {
            let grounds = [p.desk, p.panel, p.form, p.raised, p.field, p.hover, p.accent_soft, p.mark];
            for ground in grounds {
                for text in [p.ink, p.ink_soft, p.accent, p.problem] {
                    let ratio = contrast(text, ground);
                    assert!(ratio >= 4.5, "{name}: {text:?} on {ground:?} is {ratio:.2}");
                }
            }
            for ground in [p.form, p.raised, p.field, p.panel] {
                let ratio = contrast(p.ink_faint, ground);
                assert!(ratio >= 4.5, "{name}: faint text on {ground:?} is {ratio:.2}");
            }
            for (text, ground) in [(p.on_accent, p.accent), (p.on_accent, p.accent_strong), (p.done, p.raised)] {
                let ratio = contrast(text, ground);
                assert!(ratio >= 4.5, "{name}: {text:?} on {ground:?} is {ratio:.2}");
            }
        });
    }

    #[test]
    fn the_focus_is_seen_against_everything() {
        both(|name, p| {
            for ground in [p.desk, p.panel, p.form, p.raised, p.field, p.hover, p.accent_soft] {
                let ratio = contrast(p.accent, ground);
                assert!(ratio >= 3.0, "{name}: the accent on {ground:?} is {ratio:.2}");
            }
        });
    }

    #[test]
    fn what_can_be_worked_is_seen_before_it_is_touched() {
        both(|name, p| {
            for ground in [p.panel, p.form, p.raised, p.field, p.hover] {
                // The line under a field, the box that is not ticked, the drawing on a small button.
                for line in [p.underline, p.ink_faint, p.ink_soft] {
                    let ratio = contrast(line, ground);
                    assert!(ratio >= 3.0, "{name}: the line {line:?} on {ground:?} is {ratio:.2}");
                }
            }
            for mark in [p.done, p.problem] {
                let ratio = contrast(mark, p.raised);
                assert!(ratio >= 3.0, "{name}: the mark {mark:?} of a message is {ratio:.2}");
            }
        });
    }

    #[test]
    fn text_that_is_chosen_stays_readable() {
        both(|name, p| {
            for text in [p.ink, p.ink_soft, p.accent] {
                let ratio = contrast(text, p.accent_soft);
                assert!(ratio >= 4.5, "{name}: {text:?} where it is selected is {ratio:.2}");
            }
            let ratio = contrast(p.ink_faint, p.hover);
            assert!(ratio >= 4.5, "{name}: what cannot be chosen, under the pointer, is {ratio:.2}");
        });
    }

    #[test]
    fn nothing_is_brighter_than_the_paper() {
        both(|name, p| {
            for ground in [p.desk, p.panel, p.form, p.raised, p.field] {
                assert!(contrast(p.paper, ground) > 1.0, "{name}: {ground:?} is as bright as paper");
            }
        });
    }
}
