"""Fields of papers that sum up the year: numbers, levels, how the review went, what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from app.domain.targets import CELL
from app.papers import course, legal_bases
from app.papers.committee.told import Told, said
from app.papers.counts import two_digits
from app.papers.result_words import percent, reward_lines
from app.papers.review import Review
from app.papers.wording import Wording
from app.rules.ruleset import Level

Value = Callable[[Told], str]


def _cell_level(told: Told) -> str:
    own = told.results.of_cell()
    return told.review.level(own.level, CELL) if own else ""


def _cell_reason(told: Told) -> str:
    own = told.results.of_cell()
    return own.reason if own else ""


def _course(told: Told) -> str:
    words = told.words_of("result_report")
    return "\n".join((*course.milestones(told.review, words), *course.meetings(told.review, words)))


def _concluded(told: Told) -> str:
    groups = course.concluded(told.review)
    return "\n".join(
        line for whose, own in groups for line in (f"{whose}:", *(f"- {one.text}" for one in own))
    )


def _sentence(of: Callable[[Review, Wording], str]) -> Value:
    return lambda told: of(told.review, told.words_of("result_report"))


def _each(of: Callable[[Review, Wording], Iterable[str]]) -> Value:
    return lambda told: "\n".join(of(told.review, told.words_of("result_report")))


def _sum(name: str) -> Value:
    return lambda told: told.results.numbers[name]


def _lessons(told: Told) -> str:
    rounds = sorted(told.year.rounds, key=lambda one: one.number)
    return "\n".join(one.lessons for one in rounds if one.lessons.strip())


RESULTS: Mapping[str, Value] = {
    **{f"results.{name}": _sum(name) for name in ("total", "reviewed", "rated", "exempt", "not_yet")},
    "results.sentence": lambda told: told.results.sentence(),
    "results.reasons": lambda told: "\n".join(told.results.reasons()),
    "results.over_cap": lambda told: "\n".join(told.results.over_cap()),
    "results.cell_level": _cell_level,
    "results.cell_reason": _cell_reason,
    "results.rewards": lambda told: "\n".join(reward_lines(told.results)),
}
COURSE: Mapping[str, Value] = {
    "course.bases": lambda told: "\n".join(legal_bases.cited(told.review)),
    "course.account": _course,
    "course.opinions": _sentence(course.opinions),
    "course.concluded": _concluded,
    "course.suggestions": _each(course.suggestion_results),
    "course.corrections": _sentence(course.corrections),
    "course.objections": _each(course.objections),
    "course.lessons": _lessons,
    "course.direction": lambda told: told.review.cycle.next_direction if told.review.cycle else "",
}


def _count(told: Told, level: Level) -> str:
    return two_digits(len(told.results.results.at(level.code))) if told.results.results.rated else ""


def _share(told: Told, level: Level) -> str:
    share = told.results.results.share(level.code)
    return percent(share) if share is not None else ""


def _names(told: Told, level: Level) -> str:
    return said(told.results.persons_at(level)).partition("\n")[2] if told.results.results.rated else ""


def levels(told: Told) -> Iterator[tuple[str, str, str, Callable[[], str]]]:
    """Yield of each level how many members, how many of a hundred, who: key, template, level, value."""
    for level in told.review.levels():
        for name, of in (("count", _count), ("share", _share), ("names", _names)):
            yield f"level.{name}.{level.code}", f"level.{name}", level.name, partial(of, told, level)
