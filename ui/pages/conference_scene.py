"""What the parts of the conference page have in common: the year, the conference and the subject in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from app.bootstrap import Core
from app.domain.conferences import Conference, ConferenceState, ReviewTurn
from app.domain.targets import COLLECTIVE
from app.services.conference_views import ConferenceView, SubjectLine, conference_views, line_of
from ui.texts import conference as words


class Scene:
    """Read anew after each change; parts only ask it."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.year = 0
        self.chosen = ""
        """The uid of the conference in sight."""
        self.target = ""
        """Who is under review: a uid, or the collective."""

    def read(self) -> None:
        """Forget what was read; the conference and the subject stay where they are still there."""
        self.__dict__.pop("views", None)
        if all(one.conference.uid != self.chosen for one in self.views):
            open_ones = [one for one in self.views if one.conference.state is not ConferenceState.CLOSED]
            most = max(self.views, key=lambda one: len(one.all_written), default=None)
            chosen = open_ones[0] if open_ones else most
            self.chosen = chosen.conference.uid if chosen else ""
        if self.line is None:
            lines = self.view.subjects if self.view else ()
            self.target = lines[0].target if lines else ""

    @cached_property
    def views(self) -> Sequence[ConferenceView]:
        """Return the conferences of the year."""
        return conference_views(self.core.review.whole(self.year))

    @property
    def view(self) -> ConferenceView | None:
        """Return the conference in sight."""
        return next((one for one in self.views if one.conference.uid == self.chosen), None)

    def bring(self, target: str) -> bool:
        """Bring a conference into sight at which this subject is reviewed; return whether there is one."""
        here = [one for one in self.views if line_of(one, target)]
        if here and all(one.conference.uid != self.chosen for one in here):
            self.chosen = here[0].conference.uid
        return bool(here)

    @property
    def conference(self) -> Conference:
        """Return the conference in sight; asked only where there is one."""
        if self.view is None:
            raise LookupError
        return self.view.conference

    @property
    def line(self) -> SubjectLine | None:
        """Return the subject in sight."""
        return line_of(self.view, self.target) if self.view else None

    @property
    def turn(self) -> ReviewTurn | None:
        """Return the turn of the subject in sight."""
        return self.line.turn if self.line else None

    def placed(self, values: Mapping[str, object]) -> dict[str, object]:
        """Return a draft with the year, the conference and the subject that it belongs to."""
        return {**values, "year": self.year, "conference": self.chosen, "target": self.target}

    def name(self, uid: str) -> str:
        """Return how a sentence calls a subject: "Đồng chí Nguyễn Văn A", or the collective."""
        if self.view is None:
            return ""
        name = self.view.meeting.review.name(uid)
        return name if uid == COLLECTIVE or not name else words.COMRADE.format(name=name)

    def people(self) -> Sequence[tuple[str, str]]:
        """Return the members that can be chosen as (uid, name), told apart where names are alike."""
        if self.view is None:
            return self.everybody()
        return _told_apart([(one.uid, one.member.full_name) for one in self.view.listed])

    def everybody(self) -> Sequence[tuple[str, str]]:
        """Return all members of the cell as (uid, name)."""
        people = self.core.review.whole(self.year).members
        return _told_apart([(one.uid, one.full_name) for one in people])


def _told_apart(people: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    seen: dict[str, int] = {}
    found = []
    for uid, name in people:
        seen[name] = seen.get(name, 0) + 1
        found.append((uid, name if seen[name] == 1 else words.SAME_NAME.format(name=name, number=seen[name])))
    return found
