"""A giải trình is one record: edited, every open paper says it anew, every issued one stays as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import Core
from app.papers.readback import pdf_pages
from tests.builders import a_core
from tests.papers.reading import squeezed
from tests.services.review_acts import NAMES, YEAR, a_year_about

BEFORE, AFTER = "Giải trình mẫu", "Giải trình đã viết lại"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    a_year_about(core.review, [core.members.add({"full_name": name}) for name in NAMES])
    yield core
    core.close()


def open_papers(core: Core) -> dict[str, str]:
    """Begin the papers that print the explanation of the first member, and return them by kind."""
    point, conference = (
        getattr(core.review.whole(YEAR), rows)[0] for rows in ("suggestion_points", "conferences")
    )
    about = {
        "explanation": {"target": point.target},
        "self_review": {"target": point.target},
        "review_minutes": {"about": conference.uid},
    }
    return {kind: core.papers.add(kind, YEAR, values).uid for kind, values in about.items()}


def text(core: Core, uid: str) -> str:
    return squeezed("".join(pdf_pages(core.papers.preview(uid))))


def rewrite(core: Core) -> None:
    (point,) = core.review.whole(YEAR).suggestion_points
    core.review.suggestions.explain(point, {"text": AFTER})


def test_three_papers_change_with_it(core: Core) -> None:
    papers = open_papers(core)
    assert {kind: squeezed(BEFORE) in text(core, uid) for kind, uid in papers.items()} == dict.fromkeys(
        papers, True
    )

    rewrite(core)

    for uid in papers.values():
        assert squeezed(AFTER) in text(core, uid)
        assert squeezed(BEFORE) not in text(core, uid)


def test_what_was_issued_stays_as_it_was(core: Core) -> None:
    papers = open_papers(core)
    issued = [core.papers.issue(papers[kind]).uid for kind in ("explanation", "self_review")]
    before = [core.papers.preview(uid) for uid in issued]

    rewrite(core)

    assert [core.papers.preview(uid) for uid in issued] == before
    assert all(squeezed(BEFORE) in text(core, uid) for uid in issued)
