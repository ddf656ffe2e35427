"""The package on the stick, looked at by those who know nothing of the program: bag, verdict, sheets."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import bagit

from app.commands import WHOLE, verify
from app.commands.terminal import Terminal
from tests.papers.reading import squeezed, word_lines
from tests.ui.journey.hand import Hand, Typed
from tests.ui.journey.words import Words


def is_whole(folder: Path) -> None:
    """Check a package as a computer without the book would: as a bag, and by the command."""
    bag = bagit.Bag(str(folder))
    assert bag.validate()
    assert "X-Missing-Parts" not in bag.info
    said = io.StringIO()
    assert verify.run([str(folder)], Terminal(said, said)) == WHOLE, said.getvalue()


def sentences_are_on_paper(hand: Hand, words: Words, folder: Path, papers: Path) -> None:
    """Check that what was typed stands in the package, in a paper that stays with the cell, or is named.

    Both lists of the data must be exact: a field that comes to be printed leaves them.
    """
    papers.mkdir()
    for one in hand.core.papers.list(words["year"]):
        hand.core.papers.write(one.uid, papers)
    not_sent = _left_out(hand.sentences, folder)
    nowhere = _left_out(not_sent, papers)
    assert _places(nowhere) == set(words["not_printed"]), _places(nowhere) ^ set(words["not_printed"])
    stays = _places(not_sent) - _places(nowhere)
    assert stays == set(words["stays_with_the_cell"]), stays


def _left_out(sentences: Iterable[Typed], folder: Path) -> list[Typed]:
    """Return the sentences of which a line stands in no Word file of a folder."""
    lines = [line for file in folder.rglob("*.docx") for line in word_lines(file.read_bytes())]
    told = _plain("".join(lines))
    return [one for one in sentences if any(_plain(line) not in told for line in one.text.splitlines())]


def _plain(text: str) -> str:
    return squeezed(text).rstrip(".").casefold()


def _places(sentences: Iterable[Typed]) -> set[str]:
    return {one.place for one in sentences}
