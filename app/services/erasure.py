"""Xóa vĩnh viễn: a member in the trash goes for good, with everything that is about him or her."""

from __future__ import annotations

import base64
import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.common.clock import Clock
from app.domain.backup_policy import Protect, expires_on
from app.domain.members import Member
from app.domain.outgoing_papers import OutgoingPaper, Submission
from app.domain.references import MEMBER
from app.domain.types import Record
from app.domain.word_editions import WordEdition
from app.errors import Refused
from app.papers import codec
from app.papers.readback import text_of_word
from app.storage.database import Database
from app.storage.erasing import erase_traces, forget_free_pages
from app.storage.queries.about import about, naming_in_words, pointing
from app.storage.store import Reader, Work
from app.storage.tables import name_of


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure takes and what it cannot take; records are counted by the names of their tables."""

    names: tuple[str, ...]
    records: Mapping[str, int]
    """What is about the persons, and goes with them."""
    pointing: Mapping[str, int]
    """What stays and no longer says who it was."""
    in_words: Mapping[str, int]
    """What stays as it was written, the name in the text of it."""
    issued: int
    """Issued papers that name one of them; they stay as they were signed."""
    packages: int
    """Packages handed in so far, of which nobody can take anything back."""
    backups_until: dt.date
    """From this day no backup holds the persons any more."""


class ErasureService:
    """Takes members out of the open database for good; nothing here can be undone."""

    def __init__(self, database: Database, clock: Clock, protect: Protect) -> None:
        self._database = database
        self._clock = clock
        self._protect = protect

    def look(self, uids: Collection[str]) -> Erasure:
        """Return what `erase` would take, and change nothing; raises `NotFound`, `Refused` L-015."""
        with self._database.read() as reader:
            members = _in_trash(reader, uids)
            going = [record for member in members for record in about(reader, member.uid)]
            going += _edited_drafts(reader, uids)
            gone = {*uids, *(record.uid for record in going)}
            names = tuple(member.full_name for member in members)
            return Erasure(
                names=names,
                records=_counted(going),
                pointing=_counted(_left_pointing(reader, [*going, *members], gone)),
                in_words=_in_words(reader, names, gone),
                issued=_issued(reader, names),
                packages=reader.count(Submission, state="written"),
                # The set made right before the act is the last one that holds the persons.
                backups_until=expires_on(self._clock.today()),
            )

    def erase(self, uids: Collection[str]) -> None:
        """Erase members that lie in the trash; not undoable.

        Their records of every year go, pointers at them become empty, audit details and drafts that speak of
        them are removed, and the file is rewritten so that nothing of them lies in free pages. Issued papers
        keep what they said. Raises `NotFound`, `Refused` L-015 for a member outside the trash, and what the
        backup before it raises.
        """
        self._protect("erasure")
        with self._database.write("member.erase", undoable=False, traceless=True) as work:
            gone: list[Record] = [*_edited_drafts(work, uids)]
            for member in _in_trash(work, uids):
                gone += [*about(work, member.uid), member]
            gone = list({record.uid: record for record in gone}.values())
            for record in gone:
                _blank_pointers(work, record)
            for record in gone:
                work.remove(type(record), record.uid)
            # The audit knows a section's text by the section, not by whose it was.
            erase_traces(work, [record.uid for record in gone])
        forget_free_pages(self._database)


def _in_trash(reader: Reader, uids: Collection[str]) -> list[Member]:
    members = [reader.get(Member, uid) for uid in uids]
    for member in members:
        if member.trashed_on is None:
            raise Refused("L-015", name=member.full_name)
    return members


def _counted(records: Collection[Record]) -> dict[str, int]:
    return dict(Counter(name_of(type(one)) for one in {record.uid: record for record in records}.values()))


def _left_pointing(reader: Reader, going: Sequence[Record], gone: Collection[str]) -> list[Record]:
    return [
        record
        for one in going
        for record, _field in pointing(reader, name_of(type(one)), one.uid)
        if record.uid not in gone
    ]


def _in_words(reader: Reader, names: Collection[str], gone: Collection[str]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for name in names:
        counts.update(naming_in_words(reader, name, gone))
    # Of another member it says only that both have one name.
    counts.pop(MEMBER, None)
    if edited := _in_edited_drafts(reader, names, gone):
        counts[name_of(WordEdition)] = edited
    return dict(counts)


def _in_edited_drafts(reader: Reader, names: Collection[str], gone: Collection[str]) -> int:
    """Return how many files corrected in Word name the persons in papers about others, not issued yet."""
    issued = {one.uid for one in reader.rows(OutgoingPaper) if one.is_issued}
    left = [one for one in reader.rows(WordEdition) if one.uid not in gone and one.paper not in issued]
    return sum(any(name in _word_text(one) for name in names) for one in left)


def _issued(reader: Reader, names: Collection[str]) -> int:
    papers = [paper for paper in reader.rows(OutgoingPaper) if paper.is_issued]
    edited = {one.paper: one for one in reader.rows(WordEdition)}
    return sum(any(name in text for name in names) for text in (_text_of(one, edited) for one in papers))


def _text_of(paper: OutgoingPaper, edited: Mapping[str, WordEdition]) -> str:
    """Return what an issued paper says, with what was written into it in Word."""
    issued = codec.encode(codec.unpack(paper.issued_content))
    edition = edited.get(paper.uid)
    return issued + (_word_text(edition) if edition else "")


def _word_text(edition: WordEdition) -> str:
    return text_of_word(base64.b85decode(edition.word))


def _edited_drafts(reader: Reader, uids: Collection[str]) -> list[WordEdition]:
    """Return the files corrected in Word of papers about the persons that were not issued: they name them."""
    papers = [one for uid in uids for one in reader.rows(OutgoingPaper, target=uid) if not one.is_issued]
    return [edition for paper in papers for edition in reader.rows(WordEdition, paper=paper.uid)]


def _blank_pointers(work: Work, gone: Record) -> None:
    for record, field in pointing(work, name_of(type(gone)), gone.uid):
        # It may have changed since it was found, where two of its fields point at one record.
        current = work.get(type(record), record.uid)
        work.change(type(record), record.uid, current.rev, **{field: ""})
