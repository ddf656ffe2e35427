"""Import of a member list: looked through line by line first, then taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias, cast

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.messages import problem_sentence
from app.common.progress import NoProgress, Progress
from app.common.sweeping import calm
from app.domain.backup_policy import Protect
from app.domain.import_columns import ImportColumn
from app.domain.imported_members import ImportedMember, as_member, owned
from app.domain.members import Member, MemberFields, member_problems
from app.domain.people import Person
from app.domain.posts import Post
from app.domain.standings import Standing
from app.domain.types import Record, new_uid
from app.errors import Refused
from app.services.files import read_chosen
from app.services.import_matching import Matching, lacking_posts, lacking_standings
from app.services.import_preview import Change, ImportPreview, ImportRow, Taken
from app.sheets.member_list import MemberList, Wishes, decode, request
from app.sheets.safe_zip import MAX_FILE_BYTES
from app.storage.database import Database
from app.storage.queries.people import everybody, person
from app.storage.store import Work

READ_JOB = "read_sheet"
_MOST_NAMED = 20
Cards: TypeAlias = dict[str, Member]
"""Who holds which card number."""


class ImportService:
    """Takes member lists in."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock, protect: Protect) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock
        self._protect = protect

    def read(self, path: Path, progress: Progress | None = None, table: int | None = None) -> ImportPreview:
        """Return the preview of the list in `path`; the file itself is read by the child process.

        `table` is the place of the table wished, of those that the file holds. Columns are read as decided
        before. Raises `Refused` or `EnvironmentFailed` (L-501 … L-513) when it is no readable list,
        `Cancelled`.
        """
        data = read_chosen(path, MAX_FILE_BYTES)
        wishes = Wishes(table, self.assigned())
        answer = self._jobs.run(READ_JOB, request(data, wishes), progress or NoProgress())
        with calm():
            return self._preview(path.name, decode(answer))

    def _preview(self, file_name: str, found: MemberList) -> ImportPreview:
        with self._database.read() as reader:
            matching = Matching(everybody(reader), self._clock.today())
        return ImportPreview(
            file_name=file_name,
            sheet=found.sheet,
            columns=found.columns,
            rows=tuple(matching.rows(found)),
            skipped=found.skipped,
            head=found.head,
            tables=found.tables,
            table=found.table,
            in_document=found.in_document,
            has_links=found.has_links,
            old_font=found.old_font,
        )

    def assigned(self) -> dict[str, str]:
        """Return what was decided about columns before: field by key of the head, empty for "not read"."""
        with self._database.read() as reader:
            return {one.title_key: one.field for one in reader.rows(ImportColumn)}

    def assign(self, decisions: Mapping[str, str]) -> None:
        """Remember what stands in columns, for this list and all that follow; undo does not bring it back."""
        with self._database.write("import.columns", undoable=False) as work:
            known = {one.title_key: one for one in work.rows(ImportColumn)}
            for key, field in decisions.items():
                one = known.get(key)
                if one is None:
                    work.add(ImportColumn(uid=new_uid(), title_key=key, field=field))
                else:
                    work.change(ImportColumn, one.uid, one.rev, field=field)

    def apply(
        self,
        preview: ImportPreview,
        progress: Progress | None = None,
        chosen: Collection[int] | None = None,
        changes: Collection[Change] = (),
    ) -> Taken:
        """Store the `chosen` lines (default all new ones) and the `changes` of known persons as one step.

        All or nothing: raises `Refused` L-514 when a chosen line is faulty or, without a choice, any line is,
        L-515 when a chosen line's card number has a holder, L-516 when changed facts cannot be true together
        with those that stay; `ChangedElsewhere`; what the backup before it raises. A chosen line that is
        known by name only is stored as a person of its own.
        """
        rows = _chosen(preview, chosen)
        changed = _changed(preview, changes)
        self._protect("import")
        watch = progress or NoProgress()
        watch.step(0, len(rows), "import.storing")
        with calm(), self._database.write("member.import") as work:
            cards = {one.card_number: one for one in work.rows(Member) if one.card_number}
            for row, fields in changed:
                self._change(work, row, fields, cards)
            work.add_all([record for row in rows for record in _records(row, cards)])
        return Taken(len(rows), len(changed))

    def _change(self, work: Work, row: ImportRow, fields: Collection[str], cards: Cards) -> None:
        listed = _facts(row)
        now = person(work, row.known_uid)
        flat = {name: getattr(listed, name) for name in fields if name in MemberFields.model_fields}
        wanted = now.member.model_copy(update=flat)
        for problem in member_problems(wanted, self._clock.today()):
            if problem.severity == "error":
                raise Refused("L-516", row=row.row, name=now.member.full_name, why=problem_sentence(problem))
        if "card_number" in flat:
            _refuse_taken(wanted, cards, row.row)
        work.change(Member, row.known_uid, row.known_rev, **flat)
        work.add_all(_added(now, row, fields, self._clock))


def _added(now: Person, row: ImportRow, fields: Collection[str], clock: Clock) -> Iterator[Record]:
    """Yield the posts and the standing of the line that the person has not."""
    listed, today = _facts(row), clock.today()
    if "post" in fields:
        for post in lacking_posts(now, listed, today):
            yield Post(uid=new_uid(), member_uid=now.uid, **post.model_dump())
    if "standing" in fields:
        for standing in lacking_standings(now, listed, today):
            yield Standing(uid=new_uid(), member_uid=now.uid, **standing.model_dump())


def _records(row: ImportRow, cards: Cards) -> Iterator[Record]:
    listed = _facts(row)
    member = as_member(listed)
    _refuse_taken(member, cards, row.row)
    if member.card_number:
        cards[member.card_number] = member
    yield member
    yield from owned(listed, member.uid)


def _facts(row: ImportRow) -> ImportedMember:
    """Return the facts as they were checked for the preview; no faulty line gets here."""
    return cast("ImportedMember", row.listed)


def _refuse_taken(member: Member, cards: Cards, row: int) -> None:
    holder = cards.get(member.card_number) if member.card_number else None
    if holder and holder.uid != member.uid:
        raise Refused("L-515", row=row, card=member.card_number, name=holder.full_name)


def _chosen(preview: ImportPreview, chosen: Collection[int] | None) -> list[ImportRow]:
    faulty = preview.numbers("faulty")
    wanted = preview.numbers("new") if chosen is None else chosen
    refused = faulty if chosen is None else [row for row in faulty if row in set(chosen)]
    if refused:
        raise Refused("L-514", count=len(refused), rows=", ".join(map(str, refused[:_MOST_NAMED])))
    numbers = set(wanted)
    return [row for row in preview.rows if row.row in numbers]


def _changed(preview: ImportPreview, changes: Collection[Change]) -> Sequence[tuple[ImportRow, set[str]]]:
    fields: dict[int, set[str]] = {}
    for row, field in changes:
        fields.setdefault(row, set()).add(field)
    return [(row, fields[row.row]) for row in preview.rows if row.row in fields]
