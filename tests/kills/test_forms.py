"""Killed while forms go out or come back: every file is whole, the data have all of it or nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app import bootstrap
from app.services.member_forms import FormKind
from tests.builders import MEMBER, PASSWORD, a_core, seams
from tests.kills.acts import forms_folder
from tests.kills.killer import Killer
from tests.papers.forms.hands import changed, parts_of, typing
from tests.sizes import report, size

YEAR = 2017
MEMBERS = 12


@pytest.fixture(scope="session")
def with_members(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a closed cell of some members."""
    folder = tmp_path_factory.mktemp("members") / "so"
    core = a_core(folder)
    for number in range(MEMBERS):
        name = f"Nguyễn Văn {chr(ord('A') + number)}"
        core.members.add({**MEMBER, "full_name": name, "card_number": f"{number:012d}"})
    core.close()
    return folder


@pytest.fixture(scope="session")
def returned(with_members: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of forms that came back filled in."""
    folder = tmp_path_factory.mktemp("returned")
    so = Path(shutil.copytree(with_members, folder / "so"))
    core = bootstrap.unlock(so, PASSWORD, seams())
    members = [one.uid for one in core.members.list()]
    for path in core.papers.forms.give(FormKind.COMMITMENT, YEAR, members, folder / "mau"):
        path.write_bytes(changed(path.read_bytes(), typing({"a:n1": "Giúp hai hộ nghèo"})))
    core.close()
    return folder / "mau"


@pytest.mark.timeout(900)
def test_killed_while_forms_go_out_each_is_whole_and_the_rest_follows(
    killer: Killer, with_members: Path
) -> None:
    lasting, cut = killer.lasting("give forms", with_members), 0
    for _ in range(size(6, 30)):
        folder = killer.kill("give forms", with_members, lasting)
        out = forms_folder(folder)
        written = sorted(out.glob("*.docx")) if out.exists() else []
        assert all("word/document.xml" in parts_of(path.read_bytes()) for path in written)
        cut += 0 < len(written) < MEMBERS
        core = bootstrap.unlock(folder, PASSWORD, seams())
        assert len(core.review.whole(YEAR).given_forms) in {0, MEMBERS}
        members = [one.uid for one in core.members.list()]
        paths = core.papers.forms.give(FormKind.COMMITMENT, YEAR, members, out)
        assert sorted(out.iterdir()) == sorted(paths)
        core.close()
    report("forms given out", kills=size(6, 30), cut=cut)


@pytest.mark.timeout(900)
def test_killed_while_forms_are_taken_the_data_have_all_or_nothing(
    killer: Killer, with_members: Path, returned: Path
) -> None:
    lasting, none = killer.lasting("take forms", with_members, str(returned)), 0
    for _ in range(size(6, 30)):
        folder = killer.kill("take forms", with_members, lasting, str(returned))
        core = bootstrap.unlock(folder, PASSWORD, seams())
        year = core.review.whole(YEAR)
        assert len(year.commitments) == len(year.commitment_items)
        assert len(year.commitments) in {0, MEMBERS}
        none += not year.commitments
        core.close()
    report("forms taken", kills=size(6, 30), none=none)
