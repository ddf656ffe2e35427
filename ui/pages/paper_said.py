"""What is said of the papers of a year in lists and notes: whom each is about, which version is in use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.outgoing_papers import OutgoingPaper
from app.domain.word_editions import WordEdition
from app.services.offered_kinds import Named
from app.services.paper_making import FormUsed
from ui.texts import committee_forms as form_words
from ui.texts import paper_page, paper_sets, word_taking
from ui.texts import papers as words
from ui.theme.signs import State

Titles = Mapping[str, str]
"""How each kind of paper is called, by its code."""


def number_of(paper: OutgoingPaper) -> str:
    """Return ``Số 05-TTr/CB``, or nothing for what has no number."""
    if paper.number is None:
        return ""
    return words.NUMBER.format(number=paper.number, type_code=paper.type_code, symbol=paper.symbol)


class PaperSaid:
    """Knows the papers in sight, so that each can be told with what it replaces."""

    def __init__(self, titles: Titles) -> None:
        self.titles = titles
        self._papers: dict[str, OutgoingPaper] = {}
        self._later: dict[str, OutgoingPaper] = {}
        self._about: dict[str, str] = {}
        self._forms: Mapping[str, FormUsed] = {}
        self._editions: Mapping[str, WordEdition] = {}

    def know(
        self,
        papers: Sequence[OutgoingPaper],
        named: Mapping[str, Named],
        forms: Mapping[str, FormUsed] | None = None,
        editions: Mapping[str, WordEdition] | None = None,
    ) -> None:
        """Take the papers of the year: whom each is about, its form of the committee, what Word corrected."""
        self._forms = forms or {}
        self._editions = editions or {}
        self._papers = {one.uid: one for one in papers}
        self._later = {one.replaces: one for one in papers if one.replaces and one.is_issued}
        self._about = {uid: one.name for uid, one in named.items() if one.name}

    def about(self, paper: OutgoingPaper) -> str:
        """Return whom or what a paper is about; empty for one of the whole cell."""
        return self._about.get(paper.uid, "")

    def form(self, paper: OutgoingPaper) -> str:
        """Return which form of the upper committee a paper is made from; empty for our own layout."""
        used = self._forms.get(paper.uid)
        return form_words.MADE_FROM.format(name=used.name, version=used.version) if used else ""

    def page_note(self, paper: OutgoingPaper, lacking: Sequence[str], *, unfit: bool) -> str:
        """Return how the pages stand to the paper, and what they lack of the committee's form."""
        follows = paper_page.NOT_FOLLOWING if unfit else paper_page.FOLLOWS
        said = words.AS_ISSUED if paper.is_issued else follows
        return form_words.LACKING.format(said=said, lacking=" ".join(lacking)) if lacking else said

    def versions(self, paper: OutgoingPaper) -> tuple[str, str, str]:
        """Return whom a paper is about and which form it is made from, what it replaces, how far it is."""
        about = " · ".join(filter(None, (self.about(paper), self.form(paper))))
        return about, self.replaces(paper), self.status(paper)

    def edition(self, paper: OutgoingPaper) -> WordEdition | None:
        """Return the file corrected in Word that stands for a paper, None without."""
        return self._editions.get(paper.uid)

    def named(self, paper: OutgoingPaper) -> str:
        """Return what a sentence calls a paper ("tờ trình số 01-TTr/CB")."""
        number = number_of(paper)
        parts = (self.titles[paper.kind].lower(), f"{number[:1].lower()}{number[1:]}", self.about(paper))
        return " ".join(part for part in parts if part)

    def replaces(self, paper: OutgoingPaper) -> str:
        """Return which issued paper this one stands for, empty where it is the first."""
        return _told(self._papers.get(paper.replaces), paper_sets.REPLACES, paper_sets.REPLACES_PLAIN)

    def status(self, paper: OutgoingPaper) -> str:
        """Return how far a paper is, and of several versions which one is in use."""
        if paper.trashed_on:
            return words.IN_TRASH.format(date=paper.trashed_on)
        later = _told(self._later.get(paper.uid), paper_sets.REPLACED, paper_sets.REPLACED_PLAIN)
        said, replaces = words.ISSUED if paper.is_issued else words.DRAFT, self.replaces(paper)
        if paper.is_issued and replaces:
            said = paper_sets.IN_FORCE
        edited = word_taking.MARK if paper.uid in self._editions else ""
        return ", ".join(part for part in (later or said, "" if later else replaces, edited) if part)

    def state(self, paper: OutgoingPaper) -> State:
        """Return the sign of how far a paper is."""
        if paper.trashed_on or paper.uid in self._later:
            return State.NOT_APPLICABLE
        return State.DONE if paper.is_issued else State.PARTLY


def _told(paper: OutgoingPaper | None, numbered: str, plain: str) -> str:
    if paper is None:
        return ""
    number = number_of(paper)
    said = numbered if number else plain
    return said.format(number=f"{number[:1].lower()}{number[1:]}", date=paper.dated_on)
