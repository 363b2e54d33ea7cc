//! Proves that earlier versions of a draft are kept, thinned, compared in words and restored.

#[path = "../support/arbitrary.rs"]
mod arbitrary;
mod compared;
mod kept;
mod made;
mod names;
#[path = "../support/ports.rs"]
mod ports;
mod power;
mod restored;
#[path = "../support/simulated.rs"]
mod simulated;
mod thinning;
