"""Rule sets are data with sources; a faulty file is refused with its line and the reason in words."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from app.errors import Refused
from app.rules import ruleset_files, ruleset_pages
from app.rules.ruleset import Deadline, Mark, RuleSet, from_snapshot
from tests.ui.english import foreign_words

SHIPPED = ruleset_files.shipped()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of the letter of 2017, to be spoilt."""
    source = next(one for one in ruleset_files.folders() if one.parent.name == "cv3993")
    return Path(shutil.copytree(source, tmp_path / "cv3993" / source.name))


def fault(folder: Path) -> tuple[str, int, str]:
    first = ruleset_files.faults_of(folder)[0]
    return first.file, first.line, first.reason


def spoilt(folder: Path, old: str, new: str) -> tuple[str, int, str]:
    path = folder / "rules.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return fault(folder)


@pytest.mark.parametrize("folder", ruleset_files.folders(), ids=lambda one: one.parent.name)
def test_every_shipped_set_is_without_fault(folder: Path) -> None:
    assert ruleset_files.faults_of(folder) == []


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (2014, "hd27"),
        (2015, "hd27"),
        (2016, "cv1825"),
        (2017, "cv3993"),
        (2018, "hd16"),
        (2019, "hd21"),
        (2022, "hd21"),
        (2023, "qd124"),
        (2024, "qd124"),
        (2025, "cv10072"),
        (2026, "qd366"),
    ],
)
def test_each_year_has_its_set(year: int, name: str) -> None:
    found = ruleset_files.for_year(year)
    assert found is not None
    assert found.id == name


def test_a_year_that_no_set_names_has_none_and_the_nearest_is_not_taken() -> None:
    last = max(year for one in SHIPPED.values() for year in one.years)

    assert ruleset_files.for_year(last) is not None
    assert ruleset_files.for_year(last + 1) is None


@pytest.mark.parametrize("year", range(2014, 2027))
def test_one_set_and_no_two_of_a_kind_are_for_a_year(year: int) -> None:
    kinds = [one.kind != "base" for one in SHIPPED.values() if year in one.years]

    assert sorted(kinds) in ([False], [True], [False, True])


@pytest.mark.parametrize("name", ["hd16", "hd21", "qd124"])
def test_the_years_between_say_what_nobody_has_found(name: str) -> None:
    between = SHIPPED[name]

    assert between.scoring.mode == "grades"
    assert [one.rank for one in between.scoring.grades] == [4, 3, 2, 1]
    assert between.gaps
    assert all(rule.score_min is None and rule.score_below is None for rule in between.level_rules)


def test_rules_follow_their_years() -> None:
    """What changed from regime to regime (regimes-2018-2026.md 8), held against the files."""

    def reasons(name: str) -> set[str]:
        return {one.code for one in SHIPPED[name].reasons if one.when}

    assert "suspended" not in reasons("hd16")
    assert {"suspended", "admitted_lately"} <= reasons("hd21") & reasons("qd124") & reasons("qd366")
    lately = {name: {one.code: one.review for one in SHIPPED[name].reasons} for name in SHIPPED}
    assert (lately["hd21"]["admitted_lately"], lately["qd124"]["admitted_lately"]) == ("yes", "no")
    forms = {name: {one.code: one.form for one in SHIPPED[name].object_types} for name in SHIPPED}
    assert (forms["qd124"]["leader"], forms["qd366"]["leader"]) == ("form_2b", "form_2a")


def test_the_findings_of_366_are_listed_once_each_with_source_and_mark() -> None:
    listed = SHIPPED["qd366"].findings

    assert [one.id for one in listed] == [f"C-{number:02d}" for number in range(1, len(listed) + 1)]
    assert len({one.code for one in listed}) == len(listed) >= 12
    for one in listed:
        assert one.source.document, one.id
        assert one.source.article, one.id
        assert one.source.mark is Mark.VERIFIED, one.id
    assert SHIPPED["cv10072"].findings == listed


def test_the_letter_of_2017_adds_to_the_guidance_it_stands_on() -> None:
    letter, base = SHIPPED["cv3993"], SHIPPED["hd27"]

    assert letter.member_levels == base.member_levels
    assert letter.forms == base.forms
    assert len(letter.defects) > len(base.defects) == 0
    assert [one.number for one in letter.bases] == ["27-HD/BTCTW", "3993-CV/BTCTW"]


@pytest.mark.parametrize("ruleset", SHIPPED.values(), ids=SHIPPED.keys())
def test_a_snapshot_gives_the_same_set_for_ever(ruleset: RuleSet) -> None:
    again = from_snapshot(ruleset.snapshot)

    assert (again, again.sha256) == (ruleset, ruleset.sha256)


@pytest.mark.parametrize("ruleset", SHIPPED.values(), ids=SHIPPED.keys())
def test_a_checked_rule_names_its_document(ruleset: RuleSet) -> None:
    for name in RuleSet.model_fields:
        rules = getattr(ruleset, name)
        for rule in rules if isinstance(rules, tuple) else ():
            source = getattr(rule, "source", None)
            if source is not None and source.mark is Mark.VERIFIED:
                assert source.document, (name, rule.code)


@pytest.mark.parametrize("ruleset", SHIPPED.values(), ids=SHIPPED.keys())
def test_the_page_says_every_rule_with_source_and_mark_in_vietnamese(ruleset: RuleSet) -> None:
    blocks = ruleset_pages.page(ruleset)
    lines = [line for block in blocks for line in block.lines]

    assert sum(len(block.lines) for block in blocks) >= len(ruleset_pages.marks(ruleset))
    assert all(line.words and (line.mark or not line.state) for line in lines)
    assert all(line.source for line in lines if line.state not in {ruleset_pages.MISSING, ""})
    assert {word for line in lines for word in foreign_words(f"{line.words} {line.mark}")} == set()


def test_2017_scores_only_the_cell_and_2025_scores_everybody() -> None:
    old, new = SHIPPED["cv3993"], SHIPPED["qd366"]
    assert {one.objects for one in old.level_rules} == {("cell",)}
    assert [one.max_points for frame in new.score_frames for one in frame.groups] == [30, 70] * 4
    assert all(
        item.max_points is None for frame in new.score_frames for one in frame.groups for item in one.items
    )


def test_what_is_no_toml_is_told_with_its_line(copied: Path) -> None:
    file, line, reason = spoilt(copied, 'version = "2017.1"', "version = 2017.1.")

    assert (file, line) == ("rules.toml", 3)
    assert reason == "tệp không đúng cách viết TOML"


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("years = [2017]", 'years = ["hai"]', 7, "giá trị của mục “years” không đúng"),
        ('kind = "year_letter"', 'kind = "letter"', 4, "giá trị của mục “kind” không đúng"),
        ('parent = "hd27"', 'parent = "hd28"', 5, "“hd28” ở mục “parent” chưa được khai báo"),
        ('title = "Năm 2017', 'tieu_de = "Năm 2017', 6, "không có mục tên “tieu_de”"),
        (
            'parent = "hd27"',
            'parent = "cv3993"',
            5,
            "bộ quy định “cv3993” không thể lấy chính nó làm bộ quy định gốc",
        ),
        (
            'dated_on = "2017-11-10"',
            'dated_on = "2017-13-45"',
            28,
            "giá trị của mục “bases.dated_on” không đúng",
        ),
        (
            'least_text = "Dành',
            'least_minutes = -1\nleast_text = "Dành',
            14,
            "giá trị của mục “time.least_minutes” không đúng",
        ),
    ],
)
def test_a_faulty_value_is_told_with_line_and_reason(
    copied: Path, old: str, new: str, line: int, reason: str
) -> None:
    assert spoilt(copied, old, new) == ("rules.toml", line, reason)


def test_faults_inside_a_list_name_the_line_of_the_entry(copied: Path) -> None:
    text = (copied / "rules.toml").read_text(encoding="utf-8")
    wanted = text.splitlines().index('code = "deference"') + 1

    assert spoilt(copied, 'code = "deference"', 'code = "formalism"')[1:] == (
        wanted,
        "mã “formalism” ghi hai lần",
    )


def beside(copied: Path, rule: str) -> list[str]:
    """Return what is wrong once a rule was written behind the others."""
    path = copied / "rules.toml"
    path.write_text(path.read_text(encoding="utf-8") + rule, encoding="utf-8")
    return [one.reason for one in ruleset_files.faults_of(copied)]


def test_a_code_that_replaces_one_below_twice_is_told(copied: Path) -> None:
    rule = '\n[[caps]]\ncode = "excellent"\nlevel = "excellent"\npercent = 20\ntext = "Tỷ lệ mẫu"\n'

    assert beside(copied, rule * 2) == ["mã “excellent” ghi hai lần"]


def test_a_day_that_no_year_has_and_a_share_beyond_a_hundred_are_told(copied: Path) -> None:
    day = '\n[[deadlines]]\ncode = "send"\nname = "Mẫu"\nmonth = 2\nday = 30\n'
    cap = '\n[[caps]]\ncode = "excellent"\nlevel = "excellent"\npercent = 101\ntext = "Tỷ lệ mẫu"\n'

    assert beside(copied, day + cap) == [
        "giá trị của mục “caps.percent” không đúng",
        "giá trị của mục “deadlines” không đúng",
    ]


def test_a_code_that_is_a_list_is_told_and_ends_nothing(copied: Path) -> None:
    assert beside(copied, '\n[[caps]]\ncode = ["excellent"]\nlevel = "excellent"\ntext = "Mẫu"\n') == [
        "giá trị của mục “caps.code” không đúng"
    ]


def test_the_last_of_february_is_due_in_every_year() -> None:
    """A day of the cell's own may be the 29th: in a year without one it is the day before."""
    due = Deadline(code="send", name="Mẫu", month=2, day=29, next_year=True)

    assert (due.in_year(2026), due.in_year(2027)) == (dt.date(2027, 2, 28), dt.date(2028, 2, 29))


def test_conditions_and_codes_are_checked(copied: Path) -> None:
    rule = '\n[[disqualifiers]]\ncode = "x"\nname = "Mẫu"\nobjects = []\nforces = "weakest"\nwhen = "1 +"\n'
    path = copied / "rules.toml"
    path.write_text(path.read_text(encoding="utf-8") + rule, encoding="utf-8")

    reasons = [one.reason for one in ruleset_files.faults_of(copied)]

    assert reasons == [
        "điều kiện “1 +” không đúng cách viết",
        "“weakest” ở mục “disqualifiers.forces” chưa được khai báo",
    ]


def test_a_locked_rule_of_the_centre_is_not_replaced(copied: Path) -> None:
    rule = '\n[[level_rules]]\ncode = "weak_points"\nlevel = "weak"\nobjects = ["cell"]\nscore_below = 40\n'
    path = copied / "rules.toml"
    path.write_text(path.read_text(encoding="utf-8") + rule, encoding="utf-8")

    with pytest.raises(Refused) as refused:
        ruleset_files.read(copied)

    assert refused.value.code == "L-551"
    assert "weak_points" in str(refused.value.params["reason"])


def test_an_unlocked_rule_is_replaced_by_its_code(copied: Path) -> None:
    rule = '\n[[caps]]\ncode = "excellent"\nlevel = "excellent"\npercent = 20\ntext = "Tỷ lệ mẫu"\n'
    path = copied / "rules.toml"
    path.write_text(path.read_text(encoding="utf-8") + rule, encoding="utf-8")

    caps = {one.code: one.percent for one in ruleset_files.read(copied).caps}

    assert caps == {"excellent": 20, "exemplary": 20}


def test_an_empty_folder_is_no_set(tmp_path: Path) -> None:
    assert fault(tmp_path)[2] == "thư mục không có tệp quy định nào"
