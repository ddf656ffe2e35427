"""What a conference concluded on a suggested point is never written over by another entry."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import Core
from app.domain.targets import COLLECTIVE
from app.errors import Invalid
from app.rules.ruleset_files import shipped
from tests.ui.a_program import a_core
from ui.forms.record_kind import Owner
from ui.pages.conference_scene import Scene
from ui.pages.turn_kinds import point_kind

YEAR = 2017


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.review.cycles.begin(YEAR, shipped()["cv3993"], {})
    letter = core.review.suggestions.add_letter(YEAR, {"number": "118-CV/ĐU", "dated_on": "2017-11-10"})
    points = [{"text": text, "target": COLLECTIVE} for text in ("Việc một", "Việc hai")]
    core.review.suggestions.add_points(letter, points)
    yield core
    core.close()


def test_a_point_is_concluded_once_and_keeps_its_point(core: Core) -> None:
    conference = core.review.conferences.add(YEAR, {"body": "cell"})
    scene = Scene(core)
    scene.year, scene.chosen = YEAR, conference.uid
    kind, owner = point_kind(scene), Owner(YEAR, COLLECTIVE)
    first, second = (one.uid for one in core.review.whole(YEAR).suggestion_points)
    assert kind.add is not None
    kind.add(owner, {"point": first, "text": "Kết luận đầu"})
    assert [one for one, _text in kind.left["point"](owner)] == [second]
    for chosen, code in ((first, "point.concluded"), ("", "field.choice")):
        with pytest.raises(Invalid) as raised:
            kind.add(owner, {"point": chosen, "text": "Kết luận khác"})
        assert [(one.field, one.code) for one in raised.value.problems] == [("point", code)]
    kind.add(owner, {"point": second, "text": "Kết luận hai"})
    assert not kind.left["point"](owner)
    one = next(one for one in kind.rows(owner) if one.point == first)
    kind.save(one, {"point": first, "text": "Kết luận đã sửa"})
    texts = {one.point: one.text for one in core.review.whole(YEAR).suggestion_conclusions}
    assert texts == {first: "Kết luận đã sửa", second: "Kết luận hai"}
