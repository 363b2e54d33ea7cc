use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// The small drawings on buttons. They are drawn as lines, so that they are sharp at every scale and need no font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Add something.
    Plus,
    /// Less of it.
    Minus,
    /// Close, remove.
    Cross,
    /// Done, chosen.
    Tick,
    /// Opens downwards.
    Down,
    /// Opens upwards, or moves up.
    Up,
    /// Leads on.
    Right,
    /// Leads back.
    Left,
    /// Private.
    Lock,
    /// More of it.
    More,
    /// Neither one thing nor the other.
    Dot,
    /// A page.
    Page,
    /// A folder.
    Folder,
}

impl Icon {
    /// Draws it in the middle of an area, in a square of 16 points.
    pub fn paint(self, painter: &Painter, area: Rect, colour: Color32) {
        let scale = (area.width().min(area.height()) / 16.0).min(1.0);
        let at = |x: f32, y: f32| -> Pos2 { area.center() + egui::vec2((x - 8.0) * scale, (y - 8.0) * scale) };
        let stroke = Stroke::new(1.5 * scale, colour);
        let line = |points: Vec<Pos2>| painter.add(Shape::line(points, stroke));
        match self {
            Icon::Plus => {
                line(vec![at(8.0, 3.0), at(8.0, 13.0)]);
                line(vec![at(3.0, 8.0), at(13.0, 8.0)]);
            }
            Icon::Minus => {
                line(vec![at(3.0, 8.0), at(13.0, 8.0)]);
            }
            Icon::Cross => {
                line(vec![at(4.0, 4.0), at(12.0, 12.0)]);
                line(vec![at(12.0, 4.0), at(4.0, 12.0)]);
            }
            Icon::Dot => {
                painter.circle_filled(at(8.0, 8.0), 2.5 * scale, colour);
            }
            Icon::Tick => {
                line(vec![at(3.5, 8.5), at(6.5, 11.5), at(12.5, 4.5)]);
            }
            Icon::Down => {
                line(vec![at(4.0, 6.0), at(8.0, 10.0), at(12.0, 6.0)]);
            }
            Icon::Up => {
                line(vec![at(4.0, 10.0), at(8.0, 6.0), at(12.0, 10.0)]);
            }
            Icon::Right => {
                line(vec![at(6.0, 4.0), at(10.0, 8.0), at(6.0, 12.0)]);
            }
            Icon::Left => {
                line(vec![at(10.0, 4.0), at(6.0, 8.0), at(10.0, 12.0)]);
            }
            Icon::Lock => {
                let body = Rect::from_min_max(at(4.0, 7.5), at(12.0, 13.0));
                painter.rect_filled(body, 1.0, colour);
                let bow = [(5.5, 8.0), (5.5, 5.5), (6.3, 3.9), (8.0, 3.2), (9.7, 3.9), (10.5, 5.5), (10.5, 8.0)];
                line(bow.into_iter().map(|(x, y)| at(x, y)).collect());
            }
            Icon::More => {
                for x in [3.5, 8.0, 12.5] {
                    painter.circle_filled(at(x, 8.0), 1.4 * scale, colour);
                }
            }
            Icon::Page => {
                line(vec![at(4.0, 2.5), at(9.5, 2.5), at(12.0, 5.0), at(12.0, 13.5), at(4.0, 13.5), at(4.0, 2.5)]);
                line(vec![at(6.0, 7.5), at(10.0, 7.5)]);
                line(vec![at(6.0, 10.0), at(10.0, 10.0)]);
            }
            Icon::Folder => {
                let edge = [(2.5, 12.5), (2.5, 4.0), (6.5, 4.0), (8.0, 5.5), (13.5, 5.5), (13.5, 12.5), (2.5, 12.5)];
                line(edge.into_iter().map(|(x, y)| at(x, y)).collect());
            }
        }
    }

    /// A square of 16 points around a place.
    pub fn square(centre: Pos2) -> Rect {
        Rect::from_center_size(pos2(centre.x, centre.y), egui::vec2(16.0, 16.0))
    }
}
