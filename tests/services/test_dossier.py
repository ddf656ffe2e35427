"""The dossier of a reviewed year: its parts by the rules, what is on paper, what is missing and of whom."""

import datetime as dt
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import openpyxl
import pypdf
import pytest

from app import bootstrap
from app.bootstrap import Core
from app.common.paths import RESOURCES
from app.errors import Invalid
from app.package import bag
from app.papers import build
from app.papers.writers import text_writer
from app.rules.ruleset_files import for_year
from app.services.dossier import Part
from app.services.package_content import DossierPapers
from tests.builders import PASSWORD, seams

YEAR = 2017


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ho-so") / "so"
    bootstrap.create_practice_cell(folder, PASSWORD, seams()).close()
    return folder


@pytest.fixture
def core(prepared: Path, tmp_path: Path) -> Iterator[Core]:
    shutil.copytree(prepared, tmp_path / "so")
    core = bootstrap.unlock(tmp_path / "so", PASSWORD, seams())
    yield core
    core.close()


def part(core: Core, code: str) -> Part:
    return next(one for one in core.packages.parts(YEAR) if one.code == code)


def test_the_parts_are_those_of_the_years_rules_in_their_order(core: Core) -> None:
    rules = for_year(YEAR)
    codes = [one.code for one in core.packages.parts(YEAR)]

    assert rules
    assert codes[: 1 + len(rules.dossier)] == ["contents_list", *(one.code for one in rules.dossier)]


def test_self_reviews_on_paper_count_and_say_their_sheets(core: Core) -> None:
    on_paper = {one.member_uid: one for one in core.review.whole(YEAR).self_reviews if one.on_paper}

    reviews = part(core, "self_reviews")

    assert reviews.state == "present"
    assert {one.sheets for one in reviews.on_paper} == {one.sheets for one in on_paper.values()}
    assert len(reviews.papers) + len(on_paper) == reviews.count
    assert not {paper.target for paper in reviews.papers} & set(on_paper)


def test_a_member_without_a_self_review_is_named(core: Core) -> None:
    whole = core.review.whole(YEAR)
    review = next(one for one in whole.self_reviews if one.on_paper)
    core.review.self_reviews.put(YEAR, review.member_uid, {"on_paper": False, "sheets": 0})

    reviews = part(core, "self_reviews")

    names = {one.uid: one.full_name for one in whole.members}
    assert (reviews.state, reviews.lacking) == ("partly", (names[review.member_uid],))


def test_a_later_version_takes_the_place_of_the_issued_paper(core: Core) -> None:
    old = part(core, "self_reviews").papers[0]
    new = core.papers.renew(old.uid)
    assert old.uid in {one.uid for one in part(core, "self_reviews").papers}

    issued = core.papers.issue(new.uid)

    uids = {one.uid for one in part(core, "self_reviews").papers}
    assert (issued.replaces, old.uid in uids, new.uid in uids) == (old.uid, False, True)
    assert core.papers.get(old.uid).is_issued


def test_the_draft_of_the_collective_report_stays_at_home(core: Core) -> None:
    versions = {one.uid: one.version.value for one in core.review.whole(YEAR).collective_reports}

    assert {versions[one.about] for one in part(core, "collective_report").papers} == {"final"}


@pytest.mark.slow
@pytest.mark.fault("G30")
def test_the_package_says_what_it_lacks_in_name_index_and_manifest(core: Core, tmp_path: Path) -> None:
    review = next(one for one in core.review.whole(YEAR).self_reviews if one.on_paper)
    core.review.self_reviews.put(YEAR, review.member_uid, {"on_paper": False, "sheets": 0})
    (tmp_path / "usb").mkdir()

    folder = tmp_path / "usb" / core.packages.write(YEAR, tmp_path / "usb").folder_name

    title = part(core, "self_reviews").title
    assert "-CHUADU_" in folder.name
    assert len(folder.name) <= 60
    assert title in bag.parse_info((folder / bag.INFO).read_bytes())["X-Missing-Parts"]
    index = next(folder.glob("*MUC-LUC.pdf"))
    said = " ".join(page.extract_text() for page in pypdf.PdfReader(index).pages)
    assert "Hồ sơ chưa đầy đủ" in " ".join(said.split())
    assert "bản giấy" in said
    assert core.packages.verify(folder).answer.is_whole


def test_papers_of_a_person_lie_in_the_persons_folder(core: Core, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    folder = tmp_path / "usb" / core.packages.write(YEAR, tmp_path / "usb").folder_name

    persons = sorted(path.name for path in (folder / "data" / "02_CaNhan").iterdir())

    assert persons
    assert all(name[:3].isdigit() and name[3] == "_" for name in persons)
    merged = next(folder.glob("*IN-GOP.pdf"))
    outline = [one.title for one in pypdf.PdfReader(merged).outline if not isinstance(one, list)]
    assert sum("Bản kiểm điểm cá nhân của đồng chí" in str(title) for title in outline) == len(
        part(core, "self_reviews").papers
    )


@pytest.mark.slow
def test_the_workbook_and_the_facts_say_what_the_summary_says(core: Core, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    folder = tmp_path / "usb" / core.packages.write(YEAR, tmp_path / "usb").folder_name
    facts = json.loads((folder / "nop-cap-tren.json").read_text(encoding="utf-8"))
    schema = json.loads((RESOURCES / "schemas" / "nop-cap-tren.schema.json").read_text(encoding="utf-8"))
    sheet = openpyxl.load_workbook(next(folder.glob("*TONG-HOP.xlsx"))).active
    assert sheet is not None
    words = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    whole = core.review.whole(YEAR)
    proposed = {one.target: one.level for one in whole.proposed_levels}

    jsonschema.validate(facts, schema)
    told = facts["ratings"]
    assert {one["uid"]: one["level"] for one in told["members"] if one["level"]} == {
        uid: level for uid, level in proposed.items() if uid != "cell"
    }
    assert told["rated"] == sum(told["levels"].values()) == len(proposed) - 1
    assert told["cell_level"] == proposed["cell"]
    assert {one.full_name for one in whole.members if one.uid in proposed} <= words


def test_ratings_that_changed_after_the_summary_was_issued_are_not_handed_up(
    core: Core, tmp_path: Path
) -> None:
    level = next(one for one in core.review.whole(YEAR).proposed_levels if one.target != "cell")
    core.review.levels.take_back(level)
    (tmp_path / "usb").mkdir()

    folder = tmp_path / "usb" / core.packages.write(YEAR, tmp_path / "usb").folder_name

    facts = json.loads((folder / "nop-cap-tren.json").read_text(encoding="utf-8"))
    assert facts["ratings"] is None
    assert list(folder.glob("*TONG-HOP.xlsx"))


@pytest.mark.slow
def test_nothing_private_of_the_review_reaches_the_package(core: Core, tmp_path: Path) -> None:
    """The canaries of rulings.md 7, planted before every paper is issued anew."""
    review, whole = core.review, core.review.whole(YEAR)
    member, conference = whole.members[0].uid, whole.conferences[0]
    review.self_reviews.check_sign(YEAR, member, (1, 1), {"has_sign": True, "degree_note": "CANARY1"})
    review.conferences.tag(conference, "formalism", "CANARY2")
    opinion = next(one for one in whole.opinions if not one.withdrawn and not one.shortcoming)
    review.turns.withdraw_opinion(review.turns.save_opinion(opinion, {"text": "CANARY3"}))
    exempt = next(one for one in whole.population if one.rating.value != "yes")
    review.population.settle(YEAR, {exempt.member_uid: {"reason": "illness", "reason_note": "CANARY4"}})
    person = core.members.get(member)
    core.members.save(
        member, person.rev, {"phone": "CANARY5", "note": "CANARY6", "residence_contact": "CANARY7"}
    )
    core.drafts.keep("paper", "", {"body": "CANARY8"})
    for paper in core.papers.list(YEAR):
        core.papers.issue(core.papers.renew(paper.uid).uid)
    (tmp_path / "usb").mkdir()

    folder = tmp_path / "usb" / core.packages.write(YEAR, tmp_path / "usb").folder_name

    said = [path.read_bytes() for path in folder.rglob("*") if path.suffix in {".json", ".txt", ".xlsx"}]
    for path in (*folder.rglob("*.docx"), *folder.rglob("*.xlsx")):
        with zipfile.ZipFile(path) as archive:
            said += [archive.read(name) for name in archive.namelist()]
    for path in folder.rglob("*.pdf"):
        said += [page.extract_text().encode() for page in pypdf.PdfReader(path).pages]
    assert len(said) > 100
    assert not [one for one in said if b"CANARY" in one]


def lacking_part(core: Core) -> Part:
    """Return a part of which one piece is not there."""
    whole = core.review.whole(YEAR)
    review = next(one for one in whole.self_reviews if one.on_paper)
    core.review.self_reviews.put(YEAR, review.member_uid, {"on_paper": False, "sheets": 0})
    return part(core, "self_reviews")


def test_a_part_said_to_be_on_paper_is_there_with_its_sheets(core: Core) -> None:
    before = lacking_part(core)
    assert (before.state, before.can_be_noted, before.noted) == ("partly", True, None)

    core.review.dossier_notes.put(YEAR, "self_reviews", {"held_as": "on_paper", "sheets": 3})

    after = part(core, "self_reviews")
    assert (after.state, after.lacking, after.count) == ("present", (), before.count + 1)
    assert after.on_paper[-1].sheets == 3
    core.history.undo()
    assert part(core, "self_reviews") == before


def test_a_part_is_not_needed_for_a_reason_only(core: Core) -> None:
    before = lacking_part(core)
    with pytest.raises(Invalid) as refused:
        core.review.dossier_notes.put(YEAR, "self_reviews", {"held_as": "not_needed"})
    assert [one.field for one in refused.value.problems] == ["reason"]
    assert part(core, "self_reviews") == before

    note = core.review.dossier_notes.put(YEAR, "self_reviews", {"held_as": "not_needed", "reason": "Mẫu"})

    assert part(core, "self_reviews").lacking == ()
    core.review.dossier_notes.remove(note)
    assert part(core, "self_reviews") == before


def test_what_is_not_needed_is_named_in_the_contents_and_in_no_slip(core: Core) -> None:
    for one in core.review.whole(YEAR).outside_opinions:
        core.review.outside.remove(one)
    assert part(core, "residence").state == "missing"
    core.review.dossier_notes.put(YEAR, "residence", {"held_as": "not_needed", "reason": "Mẫu không cần"})
    noted, year = part(core, "residence"), core.review.whole(YEAR)
    dossier = DossierPapers(year)
    subject = dossier.contents(dt.date(YEAR, 12, 20))

    assert (noted.state, noted.note, noted.count) == ("not_needed", "Mẫu không cần", 0)
    (row,) = [one for one in subject.parts if one.title == noted.title]
    assert (row.extent, row.note) == ("", "Không cần: Mẫu không cần")
    assert "Không cần: Mẫu không cần" in "\n".join(text_writer.lines(build("contents_list", year, subject)))
    assert "Mẫu không cần" not in "\n".join(text_writer.lines(build("handover_slip", year, subject)))
    assert noted.title not in subject.missing


def test_every_part_has_a_code_of_its_own(core: Core) -> None:
    codes = [one.code for one in core.packages.parts(YEAR)]

    assert len(codes) == len(set(codes))


def test_facts_and_workbook_say_what_is_not_needed_and_what_goes_on_paper(core: Core, tmp_path: Path) -> None:
    for one in core.review.whole(YEAR).outside_opinions:
        core.review.outside.remove(one)
    core.review.dossier_notes.put(YEAR, "residence", {"held_as": "not_needed", "reason": "Mẫu không cần"})
    lacking_part(core)
    core.review.dossier_notes.put(YEAR, "self_reviews", {"held_as": "on_paper", "sheets": 3})
    (tmp_path / "usb").mkdir()

    folder = tmp_path / "usb" / core.packages.write(YEAR, tmp_path / "usb").folder_name

    facts = json.loads((folder / "nop-cap-tren.json").read_text(encoding="utf-8"))
    schema = json.loads((RESOURCES / "schemas" / "nop-cap-tren.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(facts, schema)
    told = {one["code"]: one for one in facts["dossier"]}
    assert (told["residence"]["state"], told["residence"]["reason"]) == ("not_needed", "Mẫu không cần")
    assert told["self_reviews"]["state"] == "present"
    assert told["self_reviews"]["on_paper"] == len(part(core, "self_reviews").on_paper)
    assert told["self_reviews"]["sheets"] == sum(one.sheets for one in part(core, "self_reviews").on_paper)
    book = openpyxl.load_workbook(next(folder.glob("*TONG-HOP.xlsx")))
    assert book.sheetnames[1] == "Thành phần hồ sơ"
    rows = [[cell.value for cell in row] for row in book.worksheets[1].iter_rows()]
    (row,) = [row for row in rows if row[1] == told["residence"]["title"]]
    assert row[-1] == "Không cần: Mẫu không cần"
    assert "-CHUADU_" not in folder.name
