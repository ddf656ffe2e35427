"""A member who is erased is nowhere any more: records, audit, drafts, undo, free pages of the file."""

import base64
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.members import Member
from app.domain.types import new_uid
from app.domain.word_editions import WordEdition
from app.errors import Refused
from app.papers import codec
from app.papers.content import Document, PageSetup, Paragraph, Run
from app.papers.writers import docx_writer
from app.services.erasure import ErasureService
from app.services.members import MemberService
from app.storage import audit, drafts
from app.storage.connections import raw_of
from app.storage.database import Database
from tests.builders import SteadyClock, a_database, a_paper, a_submission, an_issued_paper, unprotected
from tests.services.review_acts import YEAR, Begun, a_conference, begun
from tests.storage.old_databases import rows_of

NAME, CARD = "Hoàng Thị Canh Chừng", "000000777555"


@pytest.fixture
def cell(tmp_path: Path) -> Iterator[Begun]:
    database = a_database(tmp_path / "chi-bo")
    yield begun(database)
    database.close()


def services(database: Database) -> tuple[MemberService, ErasureService]:
    clock = SteadyClock()
    return MemberService(database, clock), ErasureService(database, clock, unprotected)


def a_person_everywhere(cell: Begun) -> Member:
    """Return a member with posts, a year's records, a draft, and a past in audit and undo."""
    members, _ = services(cell.database)
    values: dict[str, Any] = {
        "full_name": NAME,
        "card_number": CARD,
        "posts": [{"kind": "deputy_secretary", "started_on": "2015"}],
        "rewards": [{"what": "Giấy khen mẫu"}],
    }
    member = members.add(values)
    review = cell.review.self_reviews.put(YEAR, member.uid, {"self_level": "good"})
    cell.review.self_reviews.write(review, "ethics", f"{NAME} tự thấy đã làm tốt")
    conference = cell.review.conferences.add(YEAR, {"body": "cell", "recorder": member.uid})
    said = {"target": "collective", "kind": "strength", "text": "Đoàn kết", "speaker": member.uid}
    cell.review.turns.say(conference, said)
    cell.review.shortcomings.blame(
        cell.review.shortcomings.add(YEAR, {"target": member.uid, "text": "Ít nói"}), member.uid, "mẫu"
    )
    drafts.keep(cell.database, "member", member.uid, {"full_name": NAME})
    return member


def in_trash(cell: Begun, member: Member) -> None:
    services(cell.database)[0].trash([member.uid])


def everything(database: Database) -> str:
    """Return all that the tables hold, as text."""
    with database.read() as reader:
        return json.dumps(rows_of(reader.connection), ensure_ascii=False)


def test_only_who_lies_in_the_trash_is_erased(cell: Begun) -> None:
    member = a_person_everywhere(cell)
    _, erasure = services(cell.database)

    for act in (erasure.look, erasure.erase):
        with pytest.raises(Refused) as refused:
            act([member.uid])
        assert refused.value.code == "L-015"


def test_what_goes_is_told_before_with_the_day_the_last_backup_goes(cell: Begun) -> None:
    member = a_person_everywhere(cell)
    in_trash(cell, member)

    told = services(cell.database)[1].look([member.uid])

    assert told.names == (NAME,)
    assert told.backups_until == dt.date(2018, 12, 6)
    assert told.records == {
        "post": 1,
        "reward": 1,
        "self_review": 1,
        "section_text": 1,
        "shortcoming": 1,
        "responsibility": 1,
    }
    assert told.pointing == {"opinion": 1, "conference": 1}
    assert NAME in everything(cell.database)


def test_what_cannot_be_taken_back_is_told_too(cell: Begun) -> None:
    member = a_person_everywhere(cell)
    other = cell.members[0]
    review = cell.review.self_reviews.put(YEAR, other.uid, {"self_level": "good"})
    cell.review.self_reviews.write(review, "ethics", f"Cùng đồng chí {NAME} vận động nhân dân")
    with cell.database.write("paper.issue", undoable=False) as work:
        for name in (NAME, "Người khác"):
            said = Paragraph((Run(name),), "body")
            document = Document("Tờ trình", "hd36", PageSetup(210, 297, 20, 20, 30, 15, 10), (), (said,))
            work.add(an_issued_paper(number=len(name), issued_content=codec.pack(document)))
        work.add(a_submission())
    in_trash(cell, member)

    told = services(cell.database)[1].look([member.uid])
    services(cell.database)[1].erase([member.uid])

    assert (told.in_words, told.issued, told.packages) == ({"section_text": 1}, 1, 1)
    assert [NAME in one.text for one in cell.year.section_texts] == [True]


def test_a_draft_corrected_in_word_that_names_the_person_among_others_is_told(cell: Begun) -> None:
    """It stays, for it is about others too; of an issued paper the count of issued ones tells it."""
    member = a_person_everywhere(cell)
    said = Paragraph((Run(f"Danh sách: {NAME}"),), "body")
    document = Document("Danh sách", "hd36", PageSetup(210, 297, 20, 20, 30, 15, 10), (), (said,))
    word = base64.b85encode(docx_writer.write(document)).decode()
    with cell.database.write("paper.word_take") as work:
        for paper in (a_paper(), an_issued_paper(issued_content=codec.pack(document))):
            work.add(paper)
            values = {"year": YEAR, "paper": paper.uid, "taken_on": "2017-12-04", "word": word}
            work.add(WordEdition.model_validate({"uid": new_uid(), **values}))
    in_trash(cell, member)

    told = services(cell.database)[1].look([member.uid])

    assert (told.in_words, told.issued) == ({"word_edition": 1}, 1)


@pytest.mark.fault("J02")
def test_nothing_of_the_person_is_left_and_the_chain_is_whole(cell: Begun) -> None:
    member = a_person_everywhere(cell)
    in_trash(cell, member)

    services(cell.database)[1].erase([member.uid])

    left = everything(cell.database)
    assert [word for word in (NAME, CARD, member.uid, "Giấy khen mẫu") if word in left] == []
    with cell.database.read() as reader:
        assert audit.first_wrong(reader.connection) is None
    assert not cell.database.history.can_undo
    assert [(one.text, one.speaker) for one in cell.year.opinions] == [("Đoàn kết", "")]
    assert cell.year.conferences[0].recorder == ""


def test_the_others_keep_what_is_theirs(cell: Begun) -> None:
    member = a_person_everywhere(cell)
    other = cell.members[0]
    kept = cell.review.self_reviews.put(YEAR, other.uid, {"self_level": "good"})
    cell.review.self_reviews.write(kept, "ethics", "Đoạn của người khác")
    in_trash(cell, member)

    services(cell.database)[1].erase([member.uid])

    assert [one.member_uid for one in cell.year.self_reviews] == [other.uid]
    assert [one.text for one in cell.year.section_texts] == ["Đoạn của người khác"]
    assert len(cell.year.members) == len(cell.members)


def test_without_the_cleaning_the_search_finds_the_person(cell: Begun) -> None:
    """The control: a removal that only takes the record out leaves the person in audit and drafts."""
    member = services(cell.database)[0].add({"full_name": NAME})

    with cell.database.write("member.trash") as work:
        work.remove(Member, member.uid)

    assert NAME not in [one.full_name for one in cell.year.members]
    assert NAME in everything(cell.database)


def test_a_free_page_holds_nothing_afterwards(cell: Begun) -> None:
    members = services(cell.database)[0]
    many = [members.add({"full_name": f"{NAME} {at}", "note": "x" * 1500}) for at in range(40)]
    members.trash([one.uid for one in many])

    services(cell.database)[1].erase([one.uid for one in many])

    with cell.database.idle() as connection:
        assert raw_of(connection).execute("PRAGMA freelist_count").fetchone() == (0,)
    assert NAME not in everything(cell.database)


def test_an_unknown_uid_changes_nothing(cell: Begun) -> None:
    before = cell.year
    with pytest.raises(Exception, match="L-004"):
        services(cell.database)[1].erase([new_uid()])
    assert cell.year == before
    assert a_conference(cell)
