//! How long minutes of 2, 20 and 300 pages take from the file to the PDF, and each stage of the way by itself.

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use minutebook::{compose, format, layout::Setter, model::Audience, pdf, template::Library};
use std::hint::black_box;

#[path = "../support/long.rs"]
mod long;

/// Pages, items and words for each item of the drafts.
const DRAFTS: [(u32, u32, u32); 3] = [(2, 4, 200), (20, 20, 480), (300, 300, 480)];

fn export(c: &mut Criterion) {
    let (library, problems) = Library::load(None);
    assert!(problems.is_empty(), "{problems:?}");
    let style = library.style("coventry").expect("the house style is built in");
    let mut group = c.benchmark_group("export");
    group.sample_size(10);
    for (pages, items, words) in DRAFTS {
        let text = format::write(&long::draft(items, words));
        let minutes = format::read(text.as_bytes()).expect("what was written is read");
        let document = compose::compose(&minutes, style, Audience::Public);
        let frame = Setter::new().set(&document);
        let set = frame.pages.len();
        assert!(set.abs_diff(pages as usize) <= pages as usize / 5 + 1, "{set} pages instead of {pages}");
        group.bench_function(BenchmarkId::new("read", pages), |b| b.iter(|| format::read(black_box(text.as_bytes()))));
        group.bench_function(BenchmarkId::new("compose", pages), |b| {
            b.iter(|| compose::compose(black_box(&minutes), style, Audience::Public));
        });
        group.bench_function(BenchmarkId::new("set", pages), |b| b.iter(|| Setter::new().set(black_box(&document))));
        group.bench_function(BenchmarkId::new("draw", pages), |b| b.iter(|| pdf::export(black_box(&frame))));
        group.bench_function(BenchmarkId::new("file to PDF", pages), |b| {
            b.iter(|| {
                let minutes = format::read(black_box(text.as_bytes())).expect("it was read before");
                pdf::export(&Setter::new().set(&compose::compose(&minutes, style, Audience::Public)))
            });
        });
    }
    group.finish();
}

criterion_group!(benches, export);
criterion_main!(benches);
