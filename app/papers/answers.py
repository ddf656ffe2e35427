"""What was kept with a reason at Bảng rà soát, as the papers say it (rulings.md 1.2, 1.4, 2.7)."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from app.domain.finding_answers import AnswerKind, FindingAnswer
from app.domain.suggestions import GateOverride
from app.domain.targets import COLLECTIVE
from app.papers.dates import short_date
from app.papers.prose import ended
from app.papers.review import review_of
from app.papers.wording import Wording
from app.rules.findings.engine import Finding, findings
from app.rules.findings.lines import Line, lines
from app.rules.findings.requirement import requirements
from app.rules.gates import OVERRIDDEN, review_gate
from app.rules.minute_lines import MinuteLine, minute_lines
from app.year.review_year import ReviewYear


def answer_lines(year: ReviewYear, kind: str, day: dt.date, words: Wording) -> tuple[str, ...]:
    """Return the lines that a paper of the `kind` dated `day` has to say, each a paragraph.

    `words` are those of ``answers.toml``. What speaks to the secretary alone is never among them, nor what
    is "not told again", of which nobody reads which it was (rulings.md 2.5, 2.6).
    """
    if not year.cycles:
        return ()
    review = review_of(year, day)
    found = lines(findings(review.outlook), year.finding_answers)
    turns = minute_lines(year)
    place = {one.member.uid: at for at, one in enumerate(review.in_order(review.people))}
    ordered = (_in_order(one, place) for one in found if _may_speak(one))
    answered = (said for one in ordered for said in _said(one, kind, turns, words))
    return tuple(dict.fromkeys((*_overridden(year, kind, words), *answered)))


def _may_speak(line: Line) -> bool:
    return line.finding.speaks and not line.finding.secret


def _in_order(line: Line, place: Mapping[str, int]) -> Line:
    """Return the line with its persons by post and then by name (rulings.md 3.7)."""
    told = sorted(line.finding.told, key=lambda one: place.get(one.uid, len(place)))
    return dataclasses.replace(line, finding=dataclasses.replace(line.finding, told=tuple(told)))


def _said(line: Line, kind: str, turns: Mapping[str, MinuteLine], words: Wording) -> Iterator[str]:
    finding = line.finding
    groups: dict[tuple[str, str], list[str]] = {}
    for one in line.answers:
        if _is_printed(finding, one, kind):
            groups.setdefault((one.text.strip(), one.review_turn), []).append(one.subject)
    for (text, turn), subjects in groups.items():
        reason = words.text("reason", text=ended(text))
        held = turns.get(turn)
        pointed = " " + words.text("minutes", turn=held.title) if held else ""
        yield _matter(finding, subjects, words) + " " + reason + pointed
    if kind in finding.on_paper.told_in and not groups:
        yield _matter(finding, finding.subjects, words)


def _is_printed(finding: Finding, answer: FindingAnswer, kind: str) -> bool:
    if not answer.text.strip():
        return False
    if kind in finding.on_paper.answered_in:
        return True
    chosen = answer.is_printed and answer.kind is AnswerKind.KEPT
    return chosen and kind in finding.on_paper.chosen_in


def _matter(finding: Finding, subjects: Sequence[str], words: Wording) -> str:
    called = finding.on_paper.words.format_map(finding.params) or finding.name
    by_detail: dict[str, list[str]] = {}
    for one in finding.told:
        if one.uid in set(subjects) and one.name:
            by_detail.setdefault(one.detail, []).append(one.name)
    told = [
        f"{', '.join(dict.fromkeys(names))} ({detail})" if detail else ", ".join(dict.fromkeys(names))
        for detail, names in by_detail.items()
    ]
    return words.text("about", matter=called, names="; ".join(told)) if told else ended(called)


def _overridden(year: ReviewYear, kind: str, words: Wording) -> Iterator[str]:
    """Yield whose review a written decision let go on without an explanation (rulings.md 1.4)."""
    if not any(one.id == OVERRIDDEN and kind in one.on_paper.answered_in for one in requirements()):
        return
    without = dataclasses.replace(year, gate_overrides=())
    for one in year.gate_overrides:
        if not review_gate(without, one.target).is_open:
            yield _decision(year, one, words)


def _decision(year: ReviewYear, one: GateOverride, words: Wording) -> str:
    names = {member.uid: member.full_name for member in year.members}
    whose = words.text("collective") if one.target == COLLECTIVE else names.get(one.target, "")
    return words.text(
        "overridden",
        whose=whose,
        number=one.number,
        date=short_date(one.dated_on),
        issuer=one.issuer or year.cell.upper_committee,
    )
