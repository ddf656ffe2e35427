"""``rulesets`` and ``check``: the rules to read, and what must be complete before the next act."""

from pathlib import Path

from app.common.paths import RESOURCES
from tests.commands.conftest import Run

HD27 = RESOURCES / "regulations" / "hd27" / "2014.1"


def test_the_sets_are_listed_with_how_far_they_were_checked(command: Run) -> None:
    said = command("rulesets", "--json")

    rows = {row["id"]: row for row in said.json["rulesets"]}
    assert said.code == 0
    assert set(rows) >= {"hd27", "cv1825", "cv3993", "hd16", "hd21", "qd124", "qd366", "cv10072"}
    assert rows["hd27"]["verified"] > 0
    assert rows["hd27"]["unverified"] > 0
    assert "cv3993 2017.1" in command("rulesets").out


def test_a_set_is_shown_with_source_and_mark_of_each_rule(command: Run) -> None:
    out = command("rulesets", "qd366").out

    assert (
        "Bị đình chỉ sinh hoạt đảng: không kiểm điểm, miễn đánh giá [366-QĐ/TW, Điều 5; đã đối chiếu]" in out
    )
    assert "Mức Hoàn thành tốt nhiệm vụ: từ 70 đến dưới 90 điểm" in out


def test_a_set_there_is_not_is_told(command: Run) -> None:
    for arguments in (("qd999",), ("validate",), ("validate", "/khong/co")):
        said = command("rulesets", *arguments)
        assert (said.code, "(L-552)" in said.err) == (2, True)


def test_a_good_folder_and_a_faulty_file_are_told_apart(command: Run, tmp_path: Path) -> None:
    assert (command("rulesets", "validate", HD27).code) == 0
    bad = tmp_path / "rules.toml"
    bad.write_text('id = "mau"\nversion = "1"\ntitle = "Mẫu"\nyears = [1]\nla = 2\n', encoding="utf-8")

    said = command("rulesets", "validate", bad, "--json")

    assert (said.code, said.json["faults"]) == (
        1,
        [{"file": "rules.toml", "line": 5, "reason": "không có mục tên “la”"}],
    )


def test_a_careless_practice_year_says_what_was_planted_and_check_finds_its_gate(
    command: Run, tmp_path: Path
) -> None:
    options = ("--year", "2026", "--members", "3", "--careless", "--json")
    made = command("demo", tmp_path, *options).json
    password = tmp_path / "p.txt"
    password.write_text("luyen-tap", encoding="utf-8")

    said = command("check", made["database"], "--year", "2026", "--password-file", password, "--json")

    assert "undecided_member" in made["defects"]
    closed = {subject for subject, reason in said.json["gates"].items() if reason != "open"}
    assert (said.code, closed) == (1, {"year"})
    ids = {one["id"] for one in said.json["findings"]}
    assert len(ids - {"R5-09"}) == len(made["defects"])


def test_a_year_without_a_review_has_nothing_to_complete(
    command: Run, password: Path, tmp_path: Path
) -> None:
    options = ("--year", "2040", "--members", "3", "--password-file", password)
    assert command("demo", tmp_path, *options).code == 0

    said = command("check", tmp_path / "du-lieu", "--year", "2040", "--password-file", password, "--json")

    assert (said.code, said.json) == (0, {"findings": [], "gates": {}})
