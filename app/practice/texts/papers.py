"""How the people of the practice cell write: each in a style of his own.

A style gives the paragraphs of every section as a row of words, one letter a sentence (``styles.toml``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.self_reviews import CorrectionState
from app.practice.texts.grammar import Grammar, Memory, templates
from app.practice.texts.records import COLLECTIVE_KIND
from app.practice.texts.written import (
    CollectiveFacts,
    EarlierMatter,
    SelfReviewFacts,
    WrittenExplanation,
    WrittenShortcoming,
)

Draw = Callable[..., WrittenShortcoming]
_POOLS = {
    "i": "ideology",
    "e": "ethics",
    "f": "following",
    "u": "duties",
    "d": "discipline",
    "c": "commitments_told",
    "g": "signs",
    "r": "direction",
    "l": "leadership.leading",
    "a": "leadership.daring",
    "x": "leadership.example",
    "b": "leadership.responsibility",
}
_MARKS = "-+1"
_PROSE = {
    "2017": ("ideology", "ethics", "following", "duties", "discipline", "commitment", "signs"),
    "366": ("ethics", "duties", "commitment"),
}
_OF_LEADERS = {
    "2017": {"leadership": "l l"},
    "366": {"leading": "l l", "daring": "a", "example": "x", "responsibility": "b"},
}


@dataclass(slots=True)
class _Paragraphs:
    """Paragraphs of one section, numbered where the style numbers them."""

    lines: list[str] = field(default_factory=list)
    number: int = 0

    def add(self, mark: str, text: str) -> None:
        if mark == "1":
            self.number += 1
            mark = f"{self.number})"
        self.lines.append(f"{mark} {text}".strip())

    def __str__(self) -> str:
        return "\n".join(self.lines)


class PaperWriter:
    """What self-reviews and reports have in common: paragraphs that nobody else wrote."""

    def __init__(self, grammar: Grammar, memory: Memory, draw: Draw) -> None:
        self._grammar = grammar
        self._memory = memory
        self._draw = draw

    def sentence(self, pool: str, **facts: str) -> str:
        """Return one filled template of a pool; where all long ones would repeat, a short one."""

        def write() -> str:
            return self._grammar.unit().bind(**facts).fill(self._grammar.draw(pool))

        return self._memory.fresh(write, lambda made: [made])[0]

    def paragraph(self, pools: Sequence[Sequence[str]], short: str, writer: Sequence[str] = ()) -> str:
        """Return a paragraph, one sentence of each of `pools`, or a `short` one where all would repeat."""

        def write() -> str:
            drawn = (self._grammar.draw_from(choice, writer) for choice in pools)
            return " ".join(self._grammar.unit().fill(template) for template in drawn)

        text, is_fresh = self._memory.fresh(write, lambda made: [made])
        return text if is_fresh else self.sentence(short)

    def earlier(self, file: str, matters: Sequence[EarlierMatter]) -> str:
        """Return what became of each matter of the year before."""
        if not matters:
            return self.sentence(f"{file}.earlier_none")
        return "\n".join(self._corrected(file, one) for one in matters)

    def explanations(self, told: Sequence[WrittenExplanation]) -> str:
        """Return the explanations as they were given, one paragraph for each part, which is named."""
        leads = templates()["level"]["parts"]
        parts = [(one.text, one.cause, one.responsibility, one.measures) for one in told]
        return "\n".join(f"{lead} {text}" for four in parts for lead, text in zip(leads, four, strict=True))

    def shortcoming(self, shape: str, one: WrittenShortcoming, lines: _Paragraphs) -> None:
        """Add a shortcoming in the paragraphs of `shape`; what another paper has is cut short."""
        for word in shape.split():
            mark, letters = _split(word)
            parts = [self._part(letter, one) for letter in letters]
            whole = " ".join(parts)
            own = f"{one.text}. {one.sign}"
            if self._memory.is_fresh(whole, but=own):
                parts = [whole]
            for part in parts:
                if self._memory.is_fresh(part, but=own):
                    self._memory.keep(part)
                    lines.add(mark, part)

    def _corrected(self, file: str, one: EarlierMatter) -> str:
        """Return the matter and its result, a short line each: others may have had the same matter."""
        state = one.correction or CorrectionState.CORRECTED
        matter = self.sentence(f"{file}.earlier_{state.value}", text=one.text.rstrip("."))
        return "\n".join([matter, *filter(None, [one.result])])

    def _part(self, letter: str, one: WrittenShortcoming) -> str:
        letter = letter.lower()
        if letter in "ts":
            return f"{one.text}." if letter == "t" else one.sign
        text = {"c": one.cause, "o": one.outer_cause, "b": one.responsibility}[letter]
        return f"{self._grammar.draw('level.lead_' + letter)} {text[:1].lower()}{text[1:]}"


class SelfReviewWriter(PaperWriter):
    """Writes bản kiểm điểm cá nhân."""

    def write(self, facts: SelfReviewFacts) -> dict[str, str]:
        """Return the sections of the writer's form, each in the shape of one style."""
        style = self._style(facts)
        shortcomings = list(facts.shortcomings) or [self._draw(facts.kind(), young=facts.young)]
        found = dict(self._prose(style, facts))
        found["shortcomings"] = self._shortcomings(style, shortcomings)
        found["earlier"] = self.earlier("level", facts.earlier)
        if facts.explanations:
            found["suggestions"] = self.explanations(facts.explanations)
        found["direction"] = self._section(style["direction"], facts, shortcomings)
        found["level"] = self.sentence("level.level", level=facts.level)
        if self._grammar.regime == "366":
            found["scores"] = self.sentence("level.scores")
        return found

    def _prose(self, style: dict[str, str], facts: SelfReviewFacts) -> Iterator[tuple[str, str]]:
        regime = self._grammar.regime
        for section in _PROSE[regime]:
            shape = style["virtue"] if (regime, section) == ("366", "ethics") else style[section]
            yield section, self._section(shape, facts)
        if facts.leads or facts.heads:
            for section, shape in _OF_LEADERS[regime].items():
                yield section, self._section(shape, facts)

    def _style(self, facts: SelfReviewFacts) -> dict[str, str]:
        styles = {one["code"]: one for one in templates()["styles"]["styles"]}
        if facts.style:
            return dict(styles[facts.style])
        while True:
            drawn = self._grammar.draw_whole("styles.styles")
            if set(facts.audiences()) & set(drawn.get("who", facts.audiences())):
                return dict(drawn)

    def _section(
        self, shape: str, facts: SelfReviewFacts, shortcomings: Sequence[WrittenShortcoming] = ()
    ) -> str:
        lines = _Paragraphs()
        for word in shape.split():
            mark, letters = _split(word)
            if letters[0] in "mM":
                for measure in filter(None, map(self._measure, shortcomings)):
                    lines.add(mark, measure)
                letters = letters[1:]
            if letters:
                pools = [_pools(one, facts) for one in letters]
                lines.add(mark, self.paragraph(pools, _short(letters[-1]), facts.audiences()))
        return str(lines) or self.sentence("direction.short")

    def _measure(self, one: WrittenShortcoming) -> str:
        """Return the measure against a shortcoming, or nothing where another paper has the same."""
        if not self._memory.is_fresh(one.measure):
            return ""
        self._memory.keep(one.measure)
        return one.measure

    def _shortcomings(self, style: dict[str, str], shortcomings: Sequence[WrittenShortcoming]) -> str:
        lines = _Paragraphs()
        for one in shortcomings:
            self.shortcoming(style["shortcomings"], one, lines)
        return str(lines)


class ReportWriter(PaperWriter):
    """Writes báo cáo kiểm điểm tập thể."""

    def write(self, facts: CollectiveFacts) -> dict[str, str]:
        """Return the sections of the report; its shortcomings with cause and who answers for them."""
        shortcomings = list(facts.shortcomings) or [self._draw(COLLECTIVE_KIND) for _ in range(2)]
        lines = _Paragraphs()
        for one in shortcomings:
            self.shortcoming("1ts -c -o", one, lines)
        found = {section: self._prose(pools) for section, pools in _REPORT[self._grammar.regime].items()}
        found["shortcomings"] = str(lines)
        found["earlier"] = self.earlier("collective", facts.earlier)
        if facts.explanations:
            found["suggestions"] = self.explanations(facts.explanations)
        found["responsibility"] = "\n".join(one.responsibility for one in shortcomings)
        found["direction"] = "\n".join(
            [*(f"- {one.measure}" for one in shortcomings), f"- {self.sentence('collective.direction')}"]
        )
        found["level"] = self.sentence("collective.level", level=facts.level)
        if self._grammar.regime == "366":
            found["scores"] = self.sentence("level.scores")
        return found

    def _prose(self, pools: str) -> str:
        names = [f"collective.{name}" for name in pools.split()]
        return "\n".join(f"- {self.paragraph([[name]], 'collective.short')}" for name in names)


_REPORT = {
    "2017": {
        "political_task": "political_task political_task political_task political_task",
        "ideology": "ideology ideology",
        "following": "following following",
        "organisation": "organisation organisation organisation",
        "leading_unions": "leading_unions leading_unions",
        "inspection": "inspection inspection",
    },
    "366": {
        "principles": "principles principles",
        "results": "political_task political_task political_task political_task",
        "building": "ideology following organisation organisation leading_unions inspection",
        "duty": "duty duty",
    },
}


def _split(word: str) -> tuple[str, str]:
    return (word[0], word[1:]) if word[0] in _MARKS else ("", word)


def _pools(letter: str, facts: SelfReviewFacts) -> list[str]:
    file = _POOLS[letter.lower()]
    if letter.isupper():
        return [_short(letter)]
    if "." in file:
        return [file]
    return [f"{file}.{kind}" for kind in (*facts.audiences(), "any")]


def _short(letter: str) -> str:
    file = _POOLS[letter.lower()]
    if letter == "b":
        return "leadership.responsibility_short"
    return "leadership.short" if "." in file else f"{file}.short"
