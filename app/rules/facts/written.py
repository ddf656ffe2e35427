"""Facts about what is written for the review: reports, self-reviews, shortcomings (CV 3993, points 1, 2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from app.common.text import fold
from app.domain.self_reviews import CollectiveReport, ReportVersion, SelfReview, SignCheck
from app.domain.shortcomings import Shortcoming
from app.domain.targets import COLLECTIVE
from app.rules.finding_words import brief, listed
from app.rules.language import Absent, Value
from app.rules.outlook import Outlook
from app.rules.ruleset import Form, Section

if TYPE_CHECKING:
    from app.rules.fact_book import Fact

FOLLOWING = "following"
"""The section on following the example (Chỉ thị 05-CT/TW)."""
SIGNS = "signs"
"""The section on the signs of NQ 04-NQ/TW."""
_APART = frozenset({FOLLOWING, SIGNS})
_RUN = 5
"""So many words in a row are the same matter."""
_SATURDAY = 5


def sections_lacking(outlook: Outlook, uid: str) -> Value:
    """The required sections of the subject's paper in which nothing is written, in words (R1-01, R1-02).

    Sections that records fill, and those that have requirements of their own, are not asked for here.
    """
    owner = _owner(outlook, uid)
    form = _form(outlook, uid)
    if owner is None or form is None:
        return Absent.NOT_APPLICABLE
    texts = outlook.texts.get(owner.uid, {})
    wanted = [one for one in form.sections if _is_wanted(one) and one.code not in _APART]
    return listed(brief(one.heading) for one in wanted if not texts.get(one.code, "").strip())


def leader_sections_lacking(outlook: Outlook, uid: str) -> Value:
    """The sections of leaders in which nothing is written, in words (R1-07)."""
    owner, form = _owner(outlook, uid), _form(outlook, uid)
    settled = outlook.roster.population.get(uid)
    if owner is None or form is None or settled is None or not settled.is_leader:
        return Absent.NOT_APPLICABLE
    texts = outlook.texts.get(owner.uid, {})
    wanted = [one for one in form.sections if one.of_leaders and not one.carries]
    return listed(brief(one.heading) for one in wanted if not texts.get(one.code, "").strip())


def _is_wanted(section: Section) -> bool:
    return section.required and not section.of_leaders and not section.carries


def _owner(outlook: Outlook, uid: str) -> SelfReview | CollectiveReport | None:
    """Return the typed paper of a subject; None where there is none, or it is on paper."""
    if uid == COLLECTIVE:
        return _report(outlook)
    own = outlook.self_reviews.get(uid)
    return None if own is None or own.on_paper else own


def _report(outlook: Outlook) -> CollectiveReport | None:
    """Return the collective report as it stands last."""
    ordered = sorted(
        outlook.year.collective_reports,
        key=lambda one: (one.round_number, one.version is ReportVersion.FINAL),
    )
    return ordered[-1] if ordered else None


def _form(outlook: Outlook, uid: str) -> Form | None:
    settled = outlook.roster.population.get(uid)
    kind = "collective" if uid == COLLECTIVE else (settled.object_type if settled else "")
    return outlook.ruleset.form_for(kind)


def _section(outlook: Outlook, uid: str, code: str) -> Value:
    """Return what is written in one section; not applicable where the form does not have it."""
    owner, form = _owner(outlook, uid), _form(outlook, uid)
    if owner is None or form is None or all(one.code != code for one in form.sections):
        return Absent.NOT_APPLICABLE
    return outlook.texts.get(owner.uid, {}).get(code, "").strip()


def following(outlook: Outlook, uid: str) -> Value:
    """What is written on following the example (R1-03)."""
    return _section(outlook, uid, FOLLOWING)


def signs(outlook: Outlook, uid: str) -> Value:
    """What is written on the signs (R1-04)."""
    return _section(outlook, uid, SIGNS)


def signs_without_measure(outlook: Outlook, uid: str) -> Value:
    """How many signs the subject named without a measure (R1-04)."""
    checks: Sequence[SignCheck] = [one for one in outlook.year.sign_checks if one.target == uid]
    return sum(one.has_sign and not one.measure.strip() for one in checks)


def has_self_review(outlook: Outlook, uid: str) -> Value:
    """Whether the subject's paper is there, typed or on paper."""
    return _report(outlook) is not None if uid == COLLECTIVE else uid in outlook.self_reviews


def self_level(outlook: Outlook, uid: str) -> Value:
    """The level that the subject gives itself (R2-12)."""
    owner = _report(outlook) if uid == COLLECTIVE else outlook.self_reviews.get(uid)
    return owner.self_level if owner else Absent.NOT_APPLICABLE


def shortcomings_with_sign(outlook: Outlook, uid: str) -> Value:
    """How many shortcomings of the subject have a concrete sign; on paper each counts (R2-07)."""
    if not has_self_review(outlook, uid):
        return Absent.NOT_APPLICABLE
    own = outlook.self_reviews.get(uid)
    return sum(bool(one.sign.strip()) or bool(own and own.on_paper) for one in _shortcomings(outlook, uid))


def _shortcomings(outlook: Outlook, uid: str) -> list[Shortcoming]:
    return [one for one in outlook.year.shortcomings if one.target == uid and one.withdrawn_on is None]


def shortcoming_lacks_cause(outlook: Outlook, uid: str) -> Value:
    """Whether a shortcoming has no cause, or nobody who answers for it (R2-08)."""
    found = next((one for one in outlook.year.shortcomings if one.uid == uid), None)
    if found is None:
        return Absent.NOT_APPLICABLE
    own = outlook.self_reviews.get(found.target)
    if own and own.on_paper:
        return Absent.NOT_APPLICABLE
    named = any(one.shortcoming == uid for one in outlook.year.responsibilities)
    has_cause = bool(found.cause.strip() or found.outer_cause.strip())
    return not has_cause or not (named or found.responsibility.strip())


def focal_points(outlook: Outlook, uid: str) -> Value:
    """The focal points of the review; empty where none is named (R2-09)."""
    del uid
    return outlook.cycle.focal_points.strip() if outlook.cycle else ""


def responsibility_unanswered(outlook: Outlook, uid: str) -> Value:
    """What the collective report lays to the member's charge and his own paper is silent on (R2-10)."""
    own = outlook.self_reviews.get(uid)
    if own is None or own.on_paper:
        return Absent.NOT_APPLICABLE
    charged = {one.shortcoming for one in outlook.year.responsibilities if one.member_uid == uid}
    open_ones = [one for one in outlook.year.shortcomings if one.uid in charged and one.withdrawn_on is None]
    said = [
        *outlook.texts.get(own.uid, {}).values(),
        *(f"{one.text} {one.responsibility}" for one in _shortcomings(outlook, uid)),
    ]
    areas = {one.area for one in _shortcomings(outlook, uid) if one.area}
    return listed(brief(one.text) for one in open_ones if one.area not in areas and not _mentioned(one, said))


def _mentioned(shortcoming: Shortcoming, said: Sequence[str]) -> bool:
    runs = set(_runs(shortcoming.text))
    return any(runs & set(_runs(text)) for text in said)


def _runs(text: str) -> Iterator[str]:
    words = fold(text).split()
    for start in range(max(1, len(words) - _RUN + 1)):
        yield " ".join(words[start : start + _RUN])


def repeated_texts(outlook: Outlook, uid: str) -> Value:
    """With what the member's text agrees, in words; empty where nothing is known (R2-11)."""
    return outlook.repeated.get(uid, "")


def draft_sent(outlook: Outlook, uid: str) -> Value:
    """Whether the draft of the collective report went to the members (R2-06)."""
    del uid
    drafts = [one for one in outlook.year.collective_reports if one.version is ReportVersion.DRAFT]
    return any(one.sent_on for one in drafts) if drafts else Absent.NOT_APPLICABLE


def draft_lead_days(outlook: Outlook, uid: str) -> Value:
    """How many (working) days the draft went out before the first sitting (R2-06; HD 43 mục 2)."""
    del uid
    sent, held = _sent_and_held(outlook)
    if sent is None or held is None:
        return Absent.UNKNOWN
    days = [sent + dt.timedelta(days=n) for n in range(max(0, (held - sent).days))]
    if not outlook.ruleset.time.lead_in_working_days:
        return len(days)
    return sum(one.weekday() < _SATURDAY for one in days)


def draft_calendar_days(outlook: Outlook, uid: str) -> Value:
    """How many days of the calendar lie between; 0 on the day itself, less where it went out afterwards."""
    del uid
    sent, held = _sent_and_held(outlook)
    return Absent.UNKNOWN if sent is None or held is None else (held - sent).days


def _sent_and_held(outlook: Outlook) -> tuple[dt.date | None, dt.date | None]:
    sent = min((one.sent_on for one in outlook.year.collective_reports if one.sent_on), default=None)
    return sent, min((one.held_on for one in outlook.year.sittings if one.held_on), default=None)


def lead_days_wanted(outlook: Outlook, uid: str) -> Value:
    """How many days before the review the rule set wants the draft sent."""
    del uid
    wanted = outlook.ruleset.time.draft_lead_days
    return wanted or Absent.NOT_APPLICABLE


def has_final_report(outlook: Outlook, uid: str) -> Value:
    """Whether the collective report was completed after the reviews (HD 27 I.2; R3-04)."""
    del uid
    return any(one.version is ReportVersion.FINAL for one in outlook.year.collective_reports)


def has_report(outlook: Outlook, uid: str) -> Value:
    """Whether there is a report of the collective, in any version (C-19)."""
    del uid
    return bool(outlook.year.collective_reports)


FACTS: Mapping[str, Fact] = {
    "sections.lacking": sections_lacking,
    "sections.of_leaders_lacking": leader_sections_lacking,
    "section.following": following,
    "section.signs": signs,
    "signs.without_measure": signs_without_measure,
    "self_level": self_level,
    "shortcomings.with_sign": shortcomings_with_sign,
    "shortcoming.lacks_cause": shortcoming_lacks_cause,
    "focal_points": focal_points,
    "responsibility.unanswered": responsibility_unanswered,
    "texts.repeated": repeated_texts,
    "draft.sent": draft_sent,
    "draft.lead_days": draft_lead_days,
    "draft.calendar_days": draft_calendar_days,
    "time.draft_lead_days": lead_days_wanted,
    "report.there": has_report,
    "report.final": has_final_report,
}
