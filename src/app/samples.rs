/// Minutes of an invented council that show what the program does.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// What it is.
    pub title: &'static str,
    /// The house style that it shows.
    pub style: &'static str,
    /// Its text, as a draft's file has it.
    pub text: &'static str,
}

/// The samples that are offered on the start page.
pub const SAMPLES: &[Sample] = &[
    Sample {
        title: "A scrutiny board of a city council",
        style: "coventry",
        text: include_str!("../../assets/samples/scrutiny.minutes.ron"),
    },
    Sample {
        title: "A parish council",
        style: "parish",
        text: include_str!("../../assets/samples/parish.minutes.ron"),
    },
];
