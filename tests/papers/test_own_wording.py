"""Own words of a cell: printed as typed where they belong, in both formats, and nowhere else."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app import papers
from app.common import release_files
from app.papers import readback
from app.papers.codec import pack
from app.papers.content import Document
from app.papers.layout_check import look
from app.papers.own_checks import hints, problems, stored_text, typed_problems, typed_text
from app.papers.own_headings import bare
from app.papers.own_places import places, shared_kinds
from app.papers.own_text import Place, Prescribed, Sort
from app.papers.review import rules_of
from app.papers.writers import docx_writer, pdf_writer
from app.papers.writers.text_writer import lines
from app.rules.own_texts import OwnText
from app.year.review_year import ReviewYear
from tests.papers import samples

YEARS = (2017, 2026)
CODES = [kind.code for kind in papers.KINDS]
SHARED = [*shared_kinds()]
PRINTED = {
    "review_plan": ("type_name", "subject", "opening", "purpose", "steps/columns/2", "signature/authority"),
    "review_minutes": ("type_name", "sections/members", "general_conclusion", "signature/recorder"),
    "member_tally": ("copies_made", "numbers/issued", "signature/counting_head", "signer/chair"),
    "self_review": ("type_name", "facts/name", "signs", "form/form_2a/duties"),
}
"""Texts that stand on every full paper of their kind."""


PRESCRIBED = release_files.read_toml("regulations", "common", "own_wording.toml")["prescribed"]
WITHOUT_RECIPIENTS = {"member_ballot", "cell_ballot", "explanation"}
"""A ballot goes to nobody; a member's own explanation, the sample, goes to whoever asked."""


def own_year(year: ReviewYear, code: str, texts: Mapping[str, str]) -> ReviewYear:
    """Return the year with own words of a kind, as they are stored."""
    own = tuple(OwnText(kind=code, key=key, text=text) for key, text in texts.items())
    kept = rules_of(year).model_copy(update={"own_texts": own})
    return replace(year, cycles=(year.cycles[0].model_copy(update={"ruleset_snapshot": kept.snapshot}),))


def paper(code: str, year: ReviewYear) -> Document:
    """Return a full paper of a kind."""
    day = samples.PROFILE_DAYS["hd11" if year.year == 2017 else "hd05"]
    return papers.build(code, year, samples.subject_of(code, day, samples.year_of(code, day)))


def place_of(code: str, key: str, year: ReviewYear) -> Place:
    return next(one for one in places(code, year) if one.key == key)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("code", [*CODES, *SHARED])
def test_every_original_may_stand_and_comes_back_from_what_is_shown(code: str, year: int) -> None:
    for one in places(code, samples.whole_year(year)):
        if one.sort is not Sort.CHOICE:
            shown = typed_text(one, one.original)
            assert stored_text(one, shown) == one.original
        assert one.original == "" or problems(one, one.original) == [], one.key
        assert [hint.code for hint in hints(one, one.original)] == [], one.key


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("code", [*CODES, *SHARED])
def test_places_to_fill_in_are_told_apart_in_their_sentence(code: str, year: int) -> None:
    for one in places(code, samples.whole_year(year)):
        called = [slot.words for slot in one.slots]
        assert len({*called}) == len(called), (one.key, called)
        assert not [words for words in called if set(words) & set("[]{}")]


@pytest.mark.parametrize("code", [*CODES, *SHARED])
def test_each_text_is_told_apart_by_its_path(code: str) -> None:
    keys = [one.key for one in places(code, samples.whole_year(2026))]

    assert len({*keys}) == len(keys)


@pytest.mark.parametrize("code", CODES)
def test_own_words_that_are_the_original_change_nothing(code: str) -> None:
    year = samples.whole_year(2026)
    same = {one.key: one.original for one in places(code, year) if one.sort is not Sort.CHOICE}

    assert pack(paper(code, own_year(year, code, same))) == pack(paper(code, year))


@pytest.mark.parametrize("code", CODES)
def test_own_words_of_one_kind_change_no_other(code: str) -> None:
    year = samples.whole_year(2026)
    changed = own_year(year, code, {one.key: f"Riêng {one.original}" for one in places(code, year)})

    for other in CODES:
        assert (pack(paper(other, changed)) == pack(paper(other, year))) is (other != code)


@pytest.mark.parametrize(("code", "key"), [(code, key) for code, keys in PRINTED.items() for key in keys])
def test_what_is_set_stands_on_the_paper_of_its_kind(code: str, key: str) -> None:
    year = samples.whole_year(2026)
    place = place_of(code, key, year)
    text = f"{place.original} theo chi bộ bịa"

    printed = "\n".join(lines(paper(code, own_year(year, code, {key: text}))))

    assert "theo chi bộ bịa" in " ".join(printed.split())


WORDS = st.text(
    st.sampled_from("aăâbcdđeêghikmnoôơpqstuưvxyĂĐƠƯỂếệỹ 0123456789.,;:!?()%/-–“”"), min_size=1, max_size=300
)


ANYWHERE = [
    ("review_plan", "areas"),
    ("review_plan", "purpose"),
    ("review_plan", "steps/columns/2"),
    ("review_plan", "recipients"),
    ("review_plan", "signature/authority"),
    ("review_minutes", "signature/recorder"),
    ("review_minutes", "signer/chair"),
    ("member_tally", "copies_made"),
    ("self_review", "form/form_2a/duties"),
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(where=st.sampled_from(ANYWHERE), typed=WORDS)
def test_any_text_that_may_stand_comes_out_in_word_and_pdf_as_typed(
    where: tuple[str, str], typed: str
) -> None:
    year = samples.whole_year(2026)
    code, key = where
    place = place_of(code, key, year)
    assume(not typed_problems(place, typed))
    stored = stored_text(place, typed)
    assume(stored and bare(stored) == stored)

    document = paper(code, own_year(year, code, {key: stored}))

    assert any(stored in " ".join(line.split()) for line in lines(document))
    readback.check(document, {"docx": docx_writer.write(document), "pdf": pdf_writer.write(document)})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "own_text.empty"),
        ("[tên chi bộ] thiếu", "own_text.lost"),
        ("[tên chi bộ] [năm] [quý]", "own_text.unknown"),
        ("[tên chi bộ] {year}", "own_text.braces"),
        ("[tên chi bộ] [năm", "own_text.brackets"),
        ("[tên chi bộ]\n[năm]", "own_text.line_break"),
        ("[tên chi bộ] [năm] 漢", "own_text.letters"),
        ("[tên chi bộ] [năm] NguyÔn V¨n c¸n bé", "own_text.old_font"),
        ("[tên chi bộ] [năm] " + "rất dài " * 200, "own_text.too_long"),
    ],
)
def test_what_may_not_stand_is_refused_with_its_reason(text: str, code: str) -> None:
    place = place_of("review_plan", "opening", samples.whole_year(2026))

    assert code in [one.code for one in typed_problems(place, text)]


def test_a_tone_that_belongs_to_no_letter_is_refused() -> None:
    place = place_of("review_plan", "purpose", samples.whole_year(2026))

    (found,) = typed_problems(place, "I. Mục đích b\u0301\u0301ịa")

    assert (found.code, found.params) == ("own_text.letters", {"letters": "◌\u0301"})


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("member_list", "columns/1"),
        ("level_summary", "columns/1"),
        ("handover_slip", "from"),
        ("handover_slip", "condition"),
        ("self_review", "facts/workplace"),
        ("level_summary", "votes"),
        ("level_summary", "proposed"),
        ("member_tally", "whom"),
        ("member_tally", "blank"),
        ("counting_sheet", "blank"),
    ],
)
def test_the_longest_text_that_may_stand_can_be_printed(code: str, key: str) -> None:
    year = samples.whole_year(2026)
    place = place_of(code, key, year)
    needed = "".join(f" {{{slot.code}}}" for slot in place.slots if slot.is_needed)
    text = f"{('Đồng chí Nghiêng ' * 200)[: place.most - len(needed)].strip()}{needed}"
    assert problems(place, text) == []

    document = paper(code, own_year(year, code, {key: text}))

    readback.check(document, {"docx": docx_writer.write(document), "pdf": pdf_writer.write(document)})


@pytest.mark.parametrize("code", ["level_summary", "member_list", "counting_sheet", "remediation_plan"])
def test_one_unbroken_word_in_the_narrowest_column_is_broken_and_refused_only_above_a_page(code: str) -> None:
    year = samples.whole_year(2026)
    place = place_of(code, "columns/1", year)

    (found,) = problems(place, "W" * 40)
    assert (found.code, found.severity) == ("own_text.too_high", "error")
    document = paper(code, own_year(year, code, {"columns/1": "W" * 24}))

    assert problems(place, "W" * 24) == []
    readback.check(document, {"docx": docx_writer.write(document), "pdf": pdf_writer.write(document)})
    again = paper(code, own_year(year, code, {"columns/1": "W" * 40}))
    assert pack(again) == pack(paper(code, year))


def test_a_cell_with_a_long_name_has_its_handover_slip() -> None:
    year = samples.whole_year(2026)
    name = "Chi bộ Trường Phổ thông Dân tộc bán trú Tiểu học và Trung học cơ sở Mẫu"
    document = paper("handover_slip", replace(year, cell=year.cell.model_copy(update={"name": name})))

    readback.check(document, {"docx": docx_writer.write(document), "pdf": pdf_writer.write(document)})


def test_a_date_or_the_year_of_the_form_is_no_year_typed_by_hand() -> None:
    place = place_of("review_plan", "purpose", samples.whole_year(2026))

    assert hints(place, "I. Mục đích theo văn bản ngày 25/9/2014") == []
    assert hints(replace(place, original="I. Nhiệm kỳ 2025"), "I. Việc của nhiệm kỳ 2025") == []


@pytest.mark.parametrize("bullet", ["- ", "-", "– ", "• ", "+ ", ""])
def test_a_sign_typed_before_a_recipient_is_not_printed_twice(bullet: str) -> None:
    place = place_of("review_plan", "recipients", samples.whole_year(2026))

    assert stored_text(place, f"{bullet}Ban Bịa Đảng ủy;") == "Ban Bịa Đảng ủy"


def test_what_is_lost_and_what_is_unknown_is_named_in_words() -> None:
    place = place_of("review_plan", "opening", samples.whole_year(2026))

    (lost,) = typed_problems(place, "[tên chi bộ] xây dựng kế hoạch")
    unknown = typed_problems(place, "[tên chi bộ] năm [năm], [quý]")[0]

    assert lost.params == {"what": "[năm]"}
    assert unknown.params["what"] == "[quý]"
    assert "[tên chi bộ]" in str(unknown.params["known"])


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("purpose", "I. Chi uỷ", "own_text.tone"),
        ("subject", "kiểm điểm năm {year}.", "own_text.subject_stop"),
        ("subject", "“kiểm điểm năm {year}”", "own_text.subject_quotes"),
        ("type_name", "Kế hoạch", "own_text.not_capitals"),
        ("signature/authority", "Thay mặt chi bộ", "own_text.not_capitals"),
        ("recipients", "Như trên\nLưu: VT", "own_text.recipient_file"),
        ("steps/columns/1", "Nghiêngngả", "own_text.narrow"),
        ("purpose", "I. Mục đích năm 2025", "own_text.year"),
    ],
)
def test_what_is_odd_is_told_and_printed(key: str, text: str, code: str) -> None:
    place = place_of("review_plan", key, samples.whole_year(2026))

    assert problems(place, text) == []
    assert [(one.code, one.severity) for one in hints(place, text)] == [(code, "warning")]


@pytest.mark.parametrize("damaged", ["", "Mất chỗ điền", "{year} {cell} {quy}", "漢 {cell} {year}", "a\nb"])
def test_a_damaged_text_leaves_the_original(damaged: str) -> None:
    year = samples.whole_year(2026)

    again = paper("review_plan", own_year(year, "review_plan", {"opening": damaged, "unknown/key": "x"}))

    assert pack(again) == pack(paper("review_plan", year))


@pytest.mark.parametrize("code", [one for one in CODES if one not in WITHOUT_RECIPIENTS])
def test_every_kind_but_ballots_can_have_recipients_in_any_order(code: str) -> None:
    year = samples.whole_year(2026)
    first, then = "Ban Bịa Đảng ủy xã Mẫu", "Đảng ủy xã Mẫu (để thẩm định)"
    named = own_year(year, code, {"recipients": f"{first}\n{then}"})
    target = samples.subject_of(code, samples.PROFILE_DAYS["hd05"], named)
    if target.paper:
        target = replace(target, paper=target.paper.model_copy(update={"recipients": ""}))
    document = papers.build(code, named, target)

    said, wanted = lines(document), (first, then, "Lưu Chi bộ")
    places_of = [next(at for at, one in enumerate(said) if text in one) for text in wanted]

    assert places_of == sorted(places_of)
    readback.check(document, {"docx": docx_writer.write(document), "pdf": pdf_writer.write(document)})


@pytest.mark.parametrize("code", ["review_plan", "result_report", "rating_submission", "collective_report"])
def test_the_check_of_layout_finds_nothing_in_papers_with_ordinary_own_words(code: str) -> None:
    year = samples.whole_year(2026)
    texts = {one.key: f"{one.original} bịa" for one in places(code, year) if one.part in {"text", "form"}}
    texts |= {
        "recipients": "{committee} (để báo cáo)\nBan Bịa Đảng ủy",
        "signature/authority": "T/M CHI BỘ BỊA",
    }
    day = samples.PROFILE_DAYS["hd05"]

    looked = look(docx_writer.write(paper(code, own_year(year, code, texts))), day, day)
    before = look(docx_writer.write(paper(code, year)), day, day)

    assert [one.code for one in looked.found] == [one.code for one in before.found]


def test_headings_of_a_form_keep_their_numbers() -> None:
    year = samples.whole_year(2026)
    keys = ("shortcomings", "duties", "ethics/1", "ethics/2")
    own = {f"form/form_2a/{key}": f"Tên bịa {key[:6]}" for key in keys}
    own["form/form_2a/direction"] = "9. Phương hướng bịa"

    printed = lines(paper("self_review", own_year(year, "self_review", own)))

    wanted = {"II. Tên bịa shortc", "2. Tên bịa duties", "A. Tên bịa ethics", "I. Tên bịa ethics"}
    assert wanted | {"VI. Phương hướng bịa"} <= {*printed}


@pytest.mark.parametrize(
    "one", release_files.read_toml("regulations", "common", "own_wording.toml")["prescribed"]
)
def test_words_that_a_form_gives_are_warned_of_where_they_stand(one: dict[str, Any]) -> None:
    of = {"qd366": 2026, "qd124": 2024}[one["set"]]
    found = {place.key: place.prescribed for place in places(one["kind"], samples.review_year(of))}

    assert [found[key] for key in one["keys"]] == [Prescribed(one["document"], one["is_verified"])] * len(
        one["keys"]
    )


def test_what_no_document_gives_bears_no_warning() -> None:
    of_2017 = places("self_review", samples.whole_year(2017))
    assert [one.key for one in of_2017 if one.prescribed] == []
    of_2026 = {one.key: one.prescribed for one in places("self_review", samples.whole_year(2026))}
    article = "Mẫu 02A-HD KĐ.ĐG 2025, 43-HD/BTCTW"
    assert of_2026["form/form_2a/shortcomings"] == Prescribed(article, is_verified=True)
    assert of_2026["form/form_2a/leading"] == Prescribed(article, is_verified=False)
    assert of_2026["subject"] is None
