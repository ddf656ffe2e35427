"""Forms that another word processor saved again, in four ways: every letter comes back to its place.

Slow: `dev.py test --long`. Needs ``soffice`` (package libreoffice-writer-nogui).
"""

from __future__ import annotations

import functools
import shutil
import subprocess
from pathlib import Path

import pytest

from app.domain.given_forms import FormKind
from app.papers.form_reading import docx_flow, odt_flow
from app.papers.form_reading.flow import Flow
from app.papers.form_reading.understand import choice_of, understood
from app.papers.given_forms.places import GivenForm
from app.papers.given_forms.stamp import codes_in, read_stamp
from tests.papers.forms.hands import changed, typing
from tests.papers.forms.test_damaged import VARIANTS, file, form

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
WAYS = {
    "docx": ("docx",),
    "odt": ("odt",),
    "odt and docx": ("odt", "docx"),
    "doc and docx": ("doc", "docx"),
    "rtf and docx": ("rtf", "docx"),
}
FILTERS = {"docx": "docx:MS Word 2007 XML", "odt": "odt", "doc": "doc:MS Word 97", "rtf": "rtf"}
CASES = [(year, kind) for year in (2017, 2026) for kind in FormKind]
LETTERS = "Ưỡn ngực, thẳng lưng; “tự diễn biến” – ĐẶNG, ỵ ỷ ỹ; 7,5% & <b> 'x'"


@functools.cache
def written(year: int, kind: FormKind) -> dict[str, str]:
    """Return something for every place of a form, of one paragraph and of several."""
    found: dict[str, str] = {}
    for number, (tag, place) in enumerate(form(year, kind).places.items()):
        if place.choices:
            found[tag] = place.choices[number % len(place.choices)][1]
        elif place.part == "p":
            found[tag] = f"{number},5"
        elif place.part in "agbh":
            found[tag] = f"{number}. {LETTERS}"
        else:
            found[tag] = f"Mục {number}. {LETTERS}\n- Ý thứ hai của mục {number}.\nHết mục {number}."
    return found


def saved_again(folder: Path, ending: str, files: list[Path]) -> list[Path]:
    """Return the files as LibreOffice saves them, in a folder of their own."""
    program = shutil.which("soffice")
    assert program, "soffice is missing: install libreoffice-writer-nogui"
    home = f"-env:UserInstallation=file://{folder}/profile"
    out = folder / f"{files[0].parent.name}-{ending}"
    command = [program, home, "--headless", "--convert-to", FILTERS[ending], "--outdir", str(out)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=240)
    return [out / f"{one.stem}.{ending}" for one in files]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every form, filled in whole, and every damage done to one of them."""
    folder = tmp_path_factory.mktemp("mau")
    (folder / "goc").mkdir()
    for year, kind in CASES:
        data = changed(file(year, kind), typing(written(year, kind)))
        (folder / "goc" / f"{kind.value}-{year}.docx").write_bytes(data)
    for number, change in enumerate(VARIANTS.values()):
        data = changed(file(), typing({**written(2026, FormKind.SELF_REVIEW), **TWO_LINES}), change)
        (folder / "goc" / f"hong-{number}.docx").write_bytes(data)
    return folder


TWO_LINES = {"s:ethics": "Dòng một của mục đạo đức.\nDòng hai của mục đạo đức.", "s:direction": "Kế hoạch."}


@pytest.fixture(scope="module")
def again(folder: Path) -> dict[str, dict[str, Path]]:
    """Return by way and name the files as they came out of it."""
    found: dict[str, dict[str, Path]] = {}
    for way, endings in WAYS.items():
        files = sorted((folder / "goc").glob("*.docx"))
        for ending in endings:
            files = saved_again(folder, ending, files)
        found[way] = {one.stem: one for one in files}
    return found


def flow_of(path: Path) -> Flow:
    data = path.read_bytes()
    return odt_flow.read(data) if path.suffix == ".odt" else docx_flow.read(data)


def texts(flow: Flow, of: GivenForm) -> dict[str, str]:
    here = understood(flow, of)
    assert (here.loose, here.unknown, here.facts) == ([], [], {})
    found = {
        tag: "\n".join(filter(None, (text, here.added.get(tag, "")))) for tag, text in here.texts.items()
    }
    return {
        tag: dict(of.places[tag].choices).get(choice_of(of.places[tag], text), text)
        for tag, text in found.items()
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("year", "kind"), CASES)
def test_every_letter_comes_back_to_its_place(
    again: dict[str, dict[str, Path]], way: str, year: int, kind: FormKind
) -> None:
    flow = flow_of(again[way][f"{kind.value}-{year}"])
    of = form(year, kind)

    assert texts(flow, of) == written(year, kind)
    assert [read_stamp(one) for one in flow.stamps] == [of.stamp]
    assert {one.text for one in codes_in(flow.foot)} == {of.stamp.code.text}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", VARIANTS)
def test_a_damaged_form_saved_again_still_says_all(
    again: dict[str, dict[str, Path]], way: str, name: str
) -> None:
    path = again[way][f"hong-{list(VARIANTS).index(name)}"]
    here = understood(flow_of(path), form())
    wanted = {**written(2026, FormKind.SELF_REVIEW), **TWO_LINES}
    whole = "\n".join([*here.texts.values(), *here.added.values(), *here.loose])

    assert [line for text in wanted.values() for line in text.split("\n") if line not in whole] == []
    assert {tag for tag, text in here.texts.items() if text} >= set(TWO_LINES)
