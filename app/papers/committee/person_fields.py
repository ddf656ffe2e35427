"""Fields of papers about one member or about the collective: who it is, and what the form's sections say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from app.domain.members import Sex
from app.domain.people import as_of
from app.domain.posts import PostKind, posts_on
from app.domain.targets import COLLECTIVE
from app.domain.types import show_date
from app.papers import collective_report, self_review
from app.papers.carried import Writer, section_blocks
from app.papers.committee.told import Told, said
from app.papers.form_sections import headed
from app.papers.kind import Scope
from app.papers.review import called
from app.rules.ruleset import Section

Value = Callable[[Told], str]


def _member(name: str) -> Value:
    def value(told: Told) -> str:
        return str(getattr(as_of(told.person.member, told.day), name)) if told.person else ""

    return value


def _date(name: str) -> Value:
    return lambda told: show_date(_member(name)(told))


def _sex(told: Told) -> str:
    words = told.words_of("member_list")
    sexes = {Sex.MALE: words.text("sex_male"), Sex.FEMALE: words.text("sex_female")}
    return sexes.get(told.person.member.sex, "") if told.person else ""


def _post(told: Told) -> str:
    posts = posts_on(told.person.posts, told.day) if told.person else ()
    return told.review.post(told.target) if any(one.kind is not PostKind.NONE for one in posts) else ""


def _other_post(told: Told) -> str:
    posts = posts_on(told.person.posts, told.day) if told.person else ()
    return ", ".join(one.title for one in posts if one.kind is PostKind.NONE)


def _self_level(told: Told) -> str:
    own = told.review.outlook.self_reviews.get(told.target)
    return told.review.level(own.self_level) if own else ""


def _level(told: Told) -> str:
    found = (one.level for one in told.year.proposed_levels if one.target == told.target)
    return told.review.level(next(found, ""))


PERSON: Mapping[str, Value] = {
    "person.name": lambda told: told.review.name(told.target),
    "person.name_caps": lambda told: told.review.name(told.target).upper(),
    "person.called": lambda told: called(told.review, told.target) if told.target else "",
    "person.born": _date("born_on"),
    "person.sex": _sex,
    "person.admitted": _date("admitted_on"),
    "person.official": _date("official_on"),
    "person.card": _member("card_number"),
    "person.post": _post,
    "person.other_post": _other_post,
    "person.self_level": _self_level,
    "person.level": _level,
}


def _writer(told: Told) -> tuple[Writer, str]:
    page = told.profile.page
    if told.kind.scope is Scope.REPORT:
        wanted = told.paper.about if told.paper else ""
        report = next((one for one in told.year.collective_reports if one.uid == wanted), None)
        return collective_report.writer_of(told.review, report, page), report.uid if report else ""
    own = told.review.outlook.self_reviews.get(told.target)
    return self_review.writer_of(told.review, told.target, page), own.uid if own else ""


def _section(told: Told, section: Section) -> str:
    writer, owner = _writer(told)
    typed = told.review.outlook.texts.get(owner, {}).get(section.code, "")
    return said(section_blocks(writer, section.carries, typed))


def sections(told: Told) -> Iterator[tuple[str, str, Callable[[], str]]]:
    """Yield each section of the form of the year's rules: key, heading, and what stands in it."""
    target = COLLECTIVE if told.kind.scope is Scope.REPORT else told.target
    form = told.review.form(target)
    is_leader = target == COLLECTIVE or self_review.is_leader(told.review, target)
    for section, heading in headed(form, is_leader=is_leader) if form else ():
        yield f"section.{section.code}", heading, partial(_section, told, section)
