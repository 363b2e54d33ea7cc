use crate::{
    app::{is_in_room, may_vote},
    model::{Person, Who},
    ui::{
        forms::scene::Scene,
        theme::space,
        widgets::{Icon, RowAct, TickRow, focus_row, hint, name_of, tick_list},
    },
};
use egui::Ui;

/// What somebody did in a vote: for, against, abstained, did not vote.
const VOTES: [&str; 4] = ["For", "Against", "Abstained", "Did not vote"];

/// What stands in the box of a name beside each vote: only a vote for is a tick.
const MARKS: [Option<Icon>; 4] = [None, Some(Icon::Cross), Some(Icon::Minus), Some(Icon::Dot)];

/// A vote by name: a line for each member who is present, one key for each vote.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, mut lists: [&mut Vec<Who>; 4]) {
    hint(
        ui,
        "F: for. A: against. B: abstained. N: not voting. Each goes on to the next name. Delete takes a vote out.",
    );
    let voters = voters(scene, &lists);
    let votes: Vec<Option<usize>> = voters.iter().map(|who| vote_of(who, &lists)).collect();
    let names: Vec<String> = voters.iter().map(|who| name_of(who, scene.people())).collect();
    let rows: Vec<TickRow<'_>> = voters
        .iter()
        .zip(&names)
        .zip(&votes)
        .map(|((who, name), vote)| TickRow {
            name,
            detail: "",
            state: vote.map_or("", |vote| VOTES[vote]),
            ticked: *vote == Some(0),
            mark: vote.and_then(|vote| MARKS[vote]),
            key: match who {
                Who::Person(id) => id.0,
                Who::Named(_) => u32::MAX,
            },
        })
        .collect();
    if let Some((at, act)) = tick_list(ui, "votes", &rows)
        && let (Some(who), Some(vote)) = (voters.get(at), votes.get(at))
        && let Some(new) = next(act, *vote)
    {
        if matches!(act, RowAct::Letter(_)) {
            // Quick fingers type several letters in one frame: each is the vote of the next name.
            let mut following = at + 1;
            for letter in letters(ui).into_iter().skip(1) {
                let Some(who) = voters.get(following) else { break };
                if let Some(vote) = next(RowAct::Letter(letter), None) {
                    give(&mut lists, who, vote, &voters);
                    following += 1;
                }
            }
            if let Some(row) = rows.get(following.min(rows.len() - 1)) {
                focus_row(ui, "votes", row.key);
            }
        }
        give(&mut lists, who, new, &voters);
    }
    let totals: Vec<String> = VOTES
        .iter()
        .zip(&lists)
        .filter(|(_, list)| !list.is_empty())
        .map(|(vote, l)| format!("{vote}: {}", l.len()))
        .collect();
    ui.add_space(space::HALF);
    hint(ui, &totals.join("   "));
}

/// Those in the room who have a vote, and whoever else has voted.
fn voters(scene: &Scene<'_>, lists: &[&mut Vec<Who>; 4]) -> Vec<Who> {
    let may = |person: &&Person| may_vote(person) && is_in_room(scene.minutes, person);
    let people = scene.minutes.attendance.people();
    let mut voters: Vec<Who> = people.filter(may).map(|person| Who::Person(person.id)).collect();
    for who in lists.iter().flat_map(|list| list.iter()) {
        if !voters.contains(who) {
            voters.push(who.clone());
        }
    }
    voters
}

/// Records the vote of somebody, or that there is none.
fn give(lists: &mut [&mut Vec<Who>; 4], who: &Who, vote: Option<usize>, voters: &[Who]) {
    lists.iter_mut().for_each(|list| list.retain(|other| other != who));
    if let Some(list) = vote.and_then(|vote| lists.get_mut(vote)) {
        list.push(who.clone());
        sort(list, voters);
    }
}

/// The letters that were typed in this frame.
fn letters(ui: &Ui) -> Vec<char> {
    let of = |event: &egui::Event| match event {
        egui::Event::Text(text) => text.to_lowercase(),
        _ => String::new(),
    };
    ui.input(|input| input.events.iter().map(of).collect::<String>()).chars().filter(|c| c.is_alphabetic()).collect()
}

fn vote_of(who: &Who, lists: &[&mut Vec<Who>; 4]) -> Option<usize> {
    lists.iter().position(|list| list.contains(who))
}

/// What a key makes of a vote; none where the key means nothing here.
fn next(act: RowAct, vote: Option<usize>) -> Option<Option<usize>> {
    match act {
        RowAct::Letter('f') => Some(Some(0)),
        RowAct::Letter('a') => Some(Some(1)),
        RowAct::Letter('b') => Some(Some(2)),
        RowAct::Letter('n') => Some(Some(3)),
        RowAct::Tick => Some(vote.map_or(Some(0), |vote| Some(vote + 1).filter(|next| *next < VOTES.len()))),
        RowAct::Remove => Some(None),
        RowAct::Letter(_) | RowAct::Open | RowAct::MoveUp | RowAct::MoveDown => None,
    }
}

/// Names stand in the order of the attendance, however they were keyed.
fn sort(list: &mut [Who], voters: &[Who]) {
    list.sort_by_key(|who| voters.iter().position(|voter| voter == who));
}
