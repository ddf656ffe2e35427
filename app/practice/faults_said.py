"""Faults of the conference and of the rating: one function each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.domain.conferences import ConferenceBody, OpinionKind, Presence
from app.practice.cast import EXCELLENT, FULFILLED, GOOD, Case, allowed_excellent
from app.practice.faults_written import victim
from app.practice.stage import Phase, Stage

_SHORT = (("14:00", "14:45"),)
_OVER = 2
"""So many more than the ceiling allows are excellent."""


def short_conference(stage: Stage) -> Stage:
    """Let each conference sit for three quarters of an hour."""
    return replace(stage, sittings=_SHORT)


def unreviewed_member(stage: Stage) -> None:
    """Put the review of the absent member off, after his level was voted and proposed."""
    absent, now = stage.cast.of(Case.ABSENT), stage.now()
    conferences = {one.uid: one for one in now.conferences}
    for turn in now.review_turns:
        if absent and turn.target == absent.uid:
            stage.review.turns.postpone(conferences[turn.conference], absent.uid)


def no_guest(stage: Stage) -> None:
    """Have nobody of the upper committee there, although it suggested what to review (CV 3993, point 5)."""
    for guest in stage.now().guests:
        stage.review.conferences.remove_guest(guest)


def all_good(stage: Stage) -> Stage:
    """Find everybody good, whatever the collective lacks (CV 3993, point 4)."""
    below = [role for role in stage.cast.rated if role.level == FULFILLED]
    raised = (replace(role, level=GOOD, is_charged=False) for role in below)
    return replace(stage, cast=stage.cast.with_changed(*raised))


def shortcoming_still_good(stage: Stage) -> Stage | None:
    """Conclude a repeated fault against a member and find him good all the same (CV 3993, point 4)."""
    role = stage.cast.of(Case.REPEATS)
    changed = [replace(role, level=GOOD, is_charged=True)] if role else []
    return replace(stage, cast=stage.cast.with_changed(*changed))


def over_cap(stage: Stage) -> Stage:
    """Find more members excellent than the ceiling allows."""
    able = [role for role in stage.cast.plain() if not role.is_charged and not role.on_paper]
    most = allowed_excellent(stage.ruleset, len(stage.cast.rated)) + _OVER
    raised = (replace(role, level=EXCELLENT) for role in able[:most])
    return replace(stage, cast=stage.cast.with_changed(*raised))


def silent_member(stage: Stage) -> None:
    """Let a member say nothing to anybody."""
    now = stage.now()
    taken = {one.speaker for one in now.opinions if one.shortcoming}
    quiet = next(role for role in reversed(stage.cast.plain()) if role.uid not in taken)
    for opinion in now.opinions:
        if opinion.speaker == quiet.uid:
            stage.review.turns.remove_opinion(opinion)


def praise_only(stage: Stage) -> None:
    """Turn criticism, proposals and questions into praise, save what was concluded."""
    for opinion in stage.now().opinions:
        if not opinion.shortcoming and opinion.kind is not OpinionKind.STRENGTH:
            praise = {"kind": OpinionKind.STRENGTH, "text": stage.careless_texts.praise()}
            stage.review.turns.save_opinion(opinion, praise)


def unanswered_turn(stage: Stage) -> None:
    """Record neither the answer nor the conclusion of a member's turn."""
    target = victim(stage, 3).uid
    for turn in stage.now().review_turns:
        if turn.target == target:
            stage.review.turns.save(turn, {"answer": "", "conclusion": ""})


def absent_without_reason(stage: Stage) -> None:
    """Let the absent member give no reason."""
    absent, now = stage.cast.of(Case.ABSENT), stage.now()
    cell = {one.uid for one in now.conferences if one.body is ConferenceBody.CELL}
    for sitting in now.sittings:
        if absent and sitting.conference in cell and sitting.held_on == stage.conference_day:
            unexcused = {"presence": Presence.UNEXCUSED, "reason": ""}
            stage.review.conferences.call(sitting, {absent.uid: unexcused})


PLANTS: Mapping[str, tuple[Phase, Callable[[Stage], Stage | None]]] = {
    "short_conference": ("cast", short_conference),
    "unreviewed_member": ("rated", unreviewed_member),
    "no_guest": ("reviewed", no_guest),
    "all_good": ("cast", all_good),
    "shortcoming_still_good": ("cast", shortcoming_still_good),
    "over_cap": ("cast", over_cap),
    "silent_member": ("reviewed", silent_member),
    "praise_only": ("reviewed", praise_only),
    "unanswered_turn": ("reviewed", unanswered_turn),
    "absent_without_reason": ("reviewed", absent_without_reason),
}
