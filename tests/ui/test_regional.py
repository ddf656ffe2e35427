"""I11: the region that the system is set to changes nothing that is stored, printed or shown."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

REGIONS = {
    "Germany, 125 %": {"LC_ALL": "de_DE.UTF-8", "QT_SCALE_FACTOR": "1.25"},
    "Egypt, 150 %": {"LC_ALL": "ar_EG.UTF-8", "QT_SCALE_FACTOR": "1.5"},
    "Turkey": {"LC_ALL": "tr_TR.UTF-8"},
    "none": {"LC_ALL": "C"},
}
RARER = ("Turkey", "none")


def outcome(folder: Path, settings: dict[str, str]) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.regional", str(folder / "so")],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **settings},
    )
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return outcome(tmp_path_factory.mktemp("vn"), {"LC_ALL": "vi_VN.UTF-8"})


@pytest.mark.slow
@pytest.mark.fault("I11")
@pytest.mark.parametrize(
    "region",
    ["Germany, 125 %", "Egypt, 150 %", *(pytest.param(one, marks=pytest.mark.slow) for one in RARER)],
)
def test_another_region_stores_prints_and_shows_the_same(region: str, at_home: Any, tmp_path: Path) -> None:
    abroad = outcome(tmp_path, REGIONS[region])
    assert abroad["stored"] == at_home["stored"]
    assert abroad["pdf"] == at_home["pdf"]
    assert abroad["shown"] == at_home["shown"]


def test_what_was_typed_is_stored_in_its_own_form(at_home: Any) -> None:
    (member,) = json.loads(at_home["stored"])["members"]
    stored = ("Trần Thị Ất", "1960-11-05", "1985-02-03", "1986-02", "000000000012")
    assert (
        tuple(member[name] for name in ("full_name", "born_on", "admitted_on", "official_on", "card_number"))
        == stored
    )
    assert {"Trần Thị Ất", "Chính thức từ 02/1986"} <= set(at_home["shown"])
