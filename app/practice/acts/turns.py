"""One turn of a conference: who says what, the answer, what is concluded (R3-05 … R3-10)."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.conferences import Conference, ConferenceBody, Opinion, OpinionKind, ReviewTurn
from app.domain.self_reviews import CorrectionState
from app.domain.shortcomings import Shortcoming, ShortcomingDegree
from app.domain.targets import COLLECTIVE
from app.practice.cast import Case, Role
from app.practice.stage import Stage, shortcoming_facts, year_words
from app.practice.texts.written import WrittenShortcoming
from app.year.review_year import ReviewYear

_CONCLUDED = 2
"""Shortcomings of the collective that the conference concludes; of a person it is one."""
_ANSWERED = 2
"""Opinions that the reviewed one answers, the critical ones first."""
_IN_WRITING = frozenset({Case.AWAY, Case.ABSENT})


class Turns:
    """What is said and concluded in the turns of one conference."""

    def __init__(self, stage: Stage, conference: Conference, now: ReviewYear) -> None:
        """Take part in `conference`, which `now` does not know yet."""
        self._stage, self._conference, self._now = stage, conference, now
        self._roles = {role.uid: role for role in stage.cast.roles}
        self._again: list[str] = []

    def concludes(self, target: str) -> bool:
        """Return whether shortcomings of this subject are concluded here."""
        if target == COLLECTIVE:
            return self._conference.body is ConferenceBody.CELL
        return self._roles[target].is_charged

    def say(self, target: str, role: Role, kind: OpinionKind, hour: str) -> Opinion:
        """Have a member say something to a subject; who could not come has written it."""
        written = self._criticised(target) if kind is OpinionKind.SHORTCOMING else None
        about = COLLECTIVE if target == COLLECTIVE else ""
        in_writing = role.case in _IN_WRITING
        values = {"speaker": role.uid, "target": target, "kind": kind, "in_writing": in_writing}
        said = {
            "text": self._stage.texts.opinion(kind, written or about),
            "said_at": "" if in_writing else hour,
        }
        opinion = self._stage.review.turns.say(self._conference, {**values, **said})
        if written:
            self._stage.matters.known[opinion.uid] = written
        return opinion

    def _criticised(self, target: str) -> WrittenShortcoming:
        """Return what to criticise: what came again, what the subject admits, or something else."""
        matters = self._stage.matters
        again = self._repeated(target) if self.concludes(target) else ""
        if again:
            self._again.append(again)
            return matters.known[again]
        admitted = matters.admitted.get(target, [])
        if admitted:
            return admitted.pop(0)
        if target == COLLECTIVE:
            return self._stage.texts.shortcoming(COLLECTIVE)
        role = self._roles[target]
        return self._stage.texts.shortcoming(role.writer.kind(), young=role.is_young)

    def _repeated(self, target: str) -> str:
        """Return an earlier shortcoming that is not corrected and was not spoken of yet."""
        for one in self._now.earlier_shortcomings:
            is_open = one.correction is not CorrectionState.CORRECTED and one.uid not in self._again
            if one.target == target and is_open:
                return one.uid
        return ""

    def conclude(self, turn: ReviewTurn, said: Sequence[Opinion]) -> None:
        """Take the answer, conclude shortcomings and suggested points, finish the turn."""
        stage, target = self._stage, turn.target
        critical = [one for one in said if one.kind is OpinionKind.SHORTCOMING]
        wanted = (_CONCLUDED if target == COLLECTIVE else 1) if self.concludes(target) else 0
        for opinion in critical[:wanted]:
            self._take(opinion)
        if self._conference.body is ConferenceBody.CELL:
            for point in self._now.suggestion_points:
                if point.target == target:
                    text = stage.texts.conclusion("suggestion")
                    stage.review.turns.conclude_point(self._conference, point, text)
        answered = [*critical, *(one for one in said if one not in critical)][:_ANSWERED]
        answer = " ".join(stage.texts.answer(one.text) for one in answered)
        known = stage.matters.known[critical[0].uid] if critical else None
        conclusion = stage.texts.conclusion(
            COLLECTIVE if target == COLLECTIVE else self._roles[target].name, known
        )
        texts = {"answer": answer, "conclusion": conclusion, "role_and_responsibility": self._role(target)}
        stage.review.turns.finish(stage.review.turns.save(turn, texts))

    def _role(self, target: str) -> str:
        words = year_words()["conference"]
        if target == COLLECTIVE:
            return str(words["collective_role"])
        return str(words["role"]) if self._roles[target].in_committee else ""

    def _take(self, opinion: Opinion) -> Shortcoming:
        """Take an opinion into the conclusion; a member of chi ủy answers for what the collective lacks."""
        stage, written = self._stage, self._stage.matters.known[opinion.uid]
        repeats = next((uid for uid in self._again if stage.matters.known[uid] is written), "")
        charged = stage.chance.choice(stage.cast.committee) if opinion.target == COLLECTIVE else None
        facts = {**shortcoming_facts(written), "area": self._area(charged)}
        degree = ShortcomingDegree.FAULT if repeats and not charged else ShortcomingDegree.LIMITATION
        one = stage.review.turns.conclude_opinion(opinion, {**facts, "repeats": repeats, "degree": degree})
        stage.matters.known[one.uid] = written
        if charged:
            stage.review.shortcomings.blame(one, charged.uid, year_words()["shortcomings"]["blame"])
        return one

    def _area(self, charged: Role | None) -> str:
        """Return the field of the matter; whoever is charged has spoken of that field himself (R2-10)."""
        own = (one.area for one in self._now.shortcomings if charged and one.target == charged.uid)
        return next(own, "") or self._stage.chance.choice(self._stage.ruleset.areas).code
