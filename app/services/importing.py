"""Import of a member list: looked through line by line first, then taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.backup_policy import Protect
from app.domain.members import ListedMember, Member, MemberFields, member_problems
from app.domain.posts import Post, posts_written
from app.domain.types import Record, new_uid
from app.errors import Problem, Refused
from app.services.files import read_chosen
from app.services.known_members import KnownMembers, P
from app.sheets.member_list import MemberList, SkippedRow, Wishes, decode, request
from app.sheets.safe_zip import MAX_FILE_BYTES
from app.storage.database import Database

READ_JOB = "read_sheet"
RowStatus: TypeAlias = Literal["new", "known", "faulty"]


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One line of the file.

    `problems` and `notes` hold column letter and cell text in their params (``column``, ``value``).
    `known_as` is the name of the member that this may be, `known_row` its line if it stands in the same file.
    """

    row: int
    values: dict[str, str]
    status: RowStatus
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    known_as: str = ""
    known_row: int = 0


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file holds; nothing has been stored yet."""

    file_name: str
    sheet: str
    columns: dict[str, str]
    rows: tuple[ImportRow, ...]
    skipped: tuple[SkippedRow, ...]

    def count(self, status: RowStatus) -> int:
        """Return how many lines have this status."""
        return sum(1 for row in self.rows if row.status == status)

    def numbers(self, status: RowStatus) -> tuple[int, ...]:
        """Return the numbers of the lines of this status."""
        return tuple(row.row for row in self.rows if row.status == status)


class ImportService:
    """Takes member lists in."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock, protect: Protect) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock
        self._protect = protect

    def read(self, path: Path, progress: Progress | None = None) -> ImportPreview:
        """Return the preview of the list in `path`; the file itself is read by the child process.

        Raises `Refused` or `EnvironmentFailed` (L-501 … L-513) when it is no readable list, `Cancelled`.
        """
        data = read_chosen(path, MAX_FILE_BYTES)
        found = decode(self._jobs.run(READ_JOB, request(data, Wishes()), progress or NoProgress()))
        with self._database.read() as reader:
            known = KnownMembers(reader.rows(Member))
        return ImportPreview(
            path.name, found.sheet, found.columns, tuple(self._rows(found, known)), found.skipped
        )

    def apply(
        self,
        preview: ImportPreview,
        progress: Progress | None = None,
        chosen: Collection[int] | None = None,
    ) -> int:
        """Store the `chosen` lines (by number; default all new ones) as one step and return how many.

        All or nothing: raises `Refused` L-514 when a chosen line is faulty or, without a choice, any line is,
        and L-515 when a chosen line's card number has a holder; what the backup before it raises. A chosen
        line that is known by name only is stored as a person of its own.
        """
        rows = _chosen(preview, chosen)
        self._protect("import")
        watch = progress or NoProgress()
        watch.step(0, len(rows), "import.storing")
        with self._database.write("member.import") as work:
            known = KnownMembers(work.rows(Member))
            work.add_all([record for row in rows for record in self._records(row, known)])
        return len(rows)

    def _rows(self, found: MemberList, known: KnownMembers[Member]) -> Iterable[ImportRow]:
        earlier = KnownMembers[ListedMember]()
        rows_of: dict[int, int] = {}
        for read in found.rows:
            if read.problems:
                yield ImportRow(read.row, read.values, "faulty", read.problems, read.notes)
                continue
            draft = ListedMember(**read.values)
            doubts = self._doubts(draft, found.columns)
            problems = tuple(one for one in doubts if one.severity == "error")
            notes = (*read.notes, *(one for one in doubts if one.severity != "error"))
            if problems:
                yield ImportRow(read.row, read.values, "faulty", problems, notes)
                continue
            same = _same(known, draft) or _same(earlier, draft)
            if same:
                yield ImportRow(
                    read.row, read.values, "known", (), notes, same.full_name, rows_of.get(id(same), 0)
                )
                continue
            earlier.add(draft)
            rows_of[id(draft)] = read.row
            yield ImportRow(read.row, read.values, "new", (), notes)

    def _doubts(self, draft: ListedMember, columns: Mapping[str, str]) -> list[Problem]:
        """Return what cannot be true together and what is to be looked at, placed in the file's columns."""
        return [
            Problem(
                problem.field,
                problem.code,
                {**problem.params, "column": columns[problem.field], "value": getattr(draft, problem.field)},
                problem.severity,
            )
            for problem in member_problems(draft, self._clock.today())
        ]

    def _records(self, row: ImportRow, known: KnownMembers[Member]) -> list[Record]:
        listed = ListedMember(**row.values)
        flat = {name: getattr(listed, name) for name in MemberFields.model_fields}
        member = Member(uid=new_uid(), **flat)
        holder = known.with_card(member.card_number)
        if holder:
            raise Refused("L-515", row=row.row, name=holder.full_name)
        known.add(member)
        posts = posts_written(listed.post)
        return [
            member,
            *(Post(uid=new_uid(), member_uid=member.uid, **post.model_dump()) for post in posts),
        ]


def _same(people: KnownMembers[P], draft: ListedMember) -> P | None:
    return people.with_card(draft.card_number) or next(iter(people.alike(draft)), None)


def _chosen(preview: ImportPreview, chosen: Collection[int] | None) -> list[ImportRow]:
    faulty = preview.numbers("faulty")
    wanted = preview.numbers("new") if chosen is None else chosen
    refused = faulty if chosen is None else [row for row in faulty if row in set(chosen)]
    if refused:
        raise Refused("L-514", count=len(refused), rows=", ".join(map(str, refused[:20])))
    numbers = set(wanted)
    return [row for row in preview.rows if row.row in numbers]
