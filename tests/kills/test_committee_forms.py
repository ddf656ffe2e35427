"""Killed while a form of the committee is taken in: it is there with its file, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import bootstrap
from app.papers.committee.model import FormView
from tests.builders import PASSWORD, seams
from tests.kills.killer import Killer
from tests.papers.committee import samples
from tests.sizes import report, size

YEAR = 2017
SENT = {"sender": "Ban Tổ chức Huyện ủy Mẫu", "received_on": "01/12/2017"}


@pytest.mark.timeout(900)
def test_killed_while_a_form_is_taken_in_it_is_whole_or_not_there(
    killer: Killer, small: Path, tmp_path: Path
) -> None:
    form = tmp_path / "Mẫu.docx"
    form.write_bytes(samples.levels_form())
    lasting = killer.lasting("take committee form", small, str(form))
    second: list[int] = []
    for _ in range(size(6, 30)):
        folder = killer.kill("take committee form", small, lasting, str(form))
        core = bootstrap.unlock(folder, PASSWORD, seams())
        forms = core.forms.list(YEAR)
        assert [one.version for one in forms] in ([1], [1, 2])
        assert sum(one.in_use for one in forms) == 1
        assert all(isinstance(core.forms.marking.whole(one.uid).view, FormView) for one in forms)
        again = core.forms.take_in("level_summary", YEAR, core.forms.look(form), SENT)
        assert again.version == len(forms) + 1
        second.append(len(forms) - 1)
        core.close()
    report("forms of the committee", kills=size(6, 30), whole=sum(second))
