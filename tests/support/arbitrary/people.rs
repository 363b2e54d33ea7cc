//! Random people: who was there, who came and went.

use super::{Model, id, one, time};
use minutebook::model::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

impl Model {
    pub(super) fn who(&self) -> BoxedStrategy<Who> {
        prop_oneof![id().prop_map(Who::Person), self.text().prop_map(Who::Named)].boxed()
    }

    pub(super) fn whos(&self) -> BoxedStrategy<Vec<Who>> {
        vec(self.who(), 0..3).boxed()
    }

    pub(super) fn attendance(&self) -> BoxedStrategy<Attendance> {
        (
            vec(self.group(), 0..3),
            of(any::<u32>()),
            of(any::<u32>()),
            vec(self.movement(), 0..3),
            vec(self.chairing(), 0..2),
        )
            .prop_map(|(groups, public, quorum, movements, chairs)| Attendance {
                groups,
                public,
                quorum,
                movements,
                chairs,
            })
            .boxed()
    }

    pub(super) fn class(&self) -> BoxedStrategy<MembershipClass> {
        use MembershipClass::*;
        one(&[Member, CoOpted, Councillor, Officer, Other])
    }

    pub(super) fn group(&self) -> BoxedStrategy<Group> {
        use GroupLayout::*;
        let layout = of(one(&[Beside, Below, RunIn, TwoColumns, ByOrganisation]));
        (self.text(), self.language(), self.class(), layout, vec(self.person(), 0..4))
            .prop_map(|(label, language, class, layout, people)| Group {
                id: Id::NONE,
                label,
                language,
                class,
                layout,
                people,
            })
            .boxed()
    }

    pub(super) fn person(&self) -> BoxedStrategy<Person> {
        let presence = prop_oneof![
            one(&[Presence::Present, Presence::Absent, Presence::NotExpected]),
            self.opt().prop_map(|reason| Presence::Apologies { reason }),
        ];
        let entitlement = prop_oneof![
            one(&[Entitlement::OfClass, Entitlement::Everything, Entitlement::Nothing]),
            self.text().prop_map(Entitlement::Some),
        ];
        let name = (self.text(), self.text(), self.text(), self.text(), self.text());
        let post = (self.text(), self.text(), self.text(), self.text(), self.text(), self.class());
        (name, post, presence, of(self.who()), any::<bool>(), entitlement)
            .prop_map(|(name, post, state, substitute_for, remote, entitlement)| {
                let (title, given, surname, honours, role) = name;
                let (organisation, post, ward, initials, remark, class) = post;
                Person {
                    id: Id::NONE,
                    title,
                    given,
                    surname,
                    honours,
                    role,
                    organisation,
                    post,
                    ward,
                    initials,
                    remark,
                    class,
                    state,
                    substitute_for,
                    remote,
                    entitlement,
                }
            })
            .boxed()
    }

    pub(super) fn movement(&self) -> BoxedStrategy<Movement> {
        use MovementKind::*;
        let kind = one(&[Arrived, Left, Returned, Withdrew]);
        (self.who(), kind, of(time()), any::<bool>(), of(id()), self.opt())
            .prop_map(|(who, kind, time, approximate, item, remark)| Movement {
                id: Id::NONE,
                who,
                kind,
                time,
                approximate,
                item,
                remark,
            })
            .boxed()
    }

    pub(super) fn chairing(&self) -> BoxedStrategy<Chairing> {
        (self.who(), of(time()), of(time()), of(id()), of(id()), self.opt())
            .prop_map(|(who, from, until, item, last_item, reason)| Chairing {
                id: Id::NONE,
                who,
                from,
                until,
                item,
                last_item,
                reason,
            })
            .boxed()
    }
}
