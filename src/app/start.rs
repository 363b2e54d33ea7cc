use super::{About, App, Env};
use crate::{model::Date, template::Library};

impl App {
    /// The application as it starts: on the start page, with the house styles and what it remembers of earlier days.
    pub fn new(env: Env) -> App {
        let mut app = App::empty(env);
        let own = app.env.folders.config.as_ref().map(|config| config.join("templates"));
        (app.state.library, app.state.problems) = Library::load(own.as_deref());
        match app.state.problems.as_slice() {
            [] => {}
            [only] => app.failed_in(About::Program, format!("A house style was not read. {only}.")),
            [first, rest @ ..] => {
                app.failed_in(About::Program, format!("House styles were not read. {first}. And {} more.", rest.len()))
            }
        }
        app.load_memory();
        app.look_back();
        app
    }

    /// The day, by the application's clock.
    pub fn today(&self) -> Date {
        self.env.clock.now().date()
    }
}
