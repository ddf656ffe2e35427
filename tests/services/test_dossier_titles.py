"""How the contents list calls a paper: by the words of the year's rules, and which conference it is of."""

import datetime as dt
from dataclasses import replace
from typing import Any

from app.domain.outgoing_papers import OutgoingPaper
from app.papers import kind
from app.services.package_content import DossierPapers
from app.year.review_year import ReviewYear
from tests.papers.samples import paper, whole_year


def issued(year: ReviewYear, code: str, **about: Any) -> OutgoingPaper:
    day = dt.date(year.year, 12, 20)
    return paper(
        day, kind=code, year=year.year, issued_at=dt.datetime(year.year, 12, 20, tzinfo=dt.UTC), **about
    )


def titles(year: ReviewYear, *papers: OutgoingPaper) -> list[str]:
    """Return how a dossier of these papers calls them."""
    own = replace(
        year, papers=tuple(one.model_copy(update={"uid": f"{at:032x}"}) for at, one in enumerate(papers))
    )
    dossier = DossierPapers(own)
    return [dossier.title(one) for one in dossier.papers()]


def test_the_words_are_those_of_the_year() -> None:
    year = whole_year(2017)
    ballot = next(one for one in year.ballots if one.subject == "members")

    (title,) = titles(year, issued(year, "member_tally", about=ballot.uid))

    assert title.startswith("Biên bản kiểm phiếu phân loại đảng viên (")
    assert kind("member_tally").title == "Biên bản kiểm phiếu xếp loại đảng viên"


def test_minutes_of_several_conferences_are_told_apart() -> None:
    year = whole_year(2017)
    minutes = [issued(year, "review_minutes", about=one.uid) for one in year.conferences]

    found = titles(year, *minutes)

    assert len(set(found)) == len(year.conferences) > 1
    assert "Biên bản hội nghị kiểm điểm (hội nghị chi bộ, 04/12/2017)" in found


def test_a_paper_of_the_whole_cell_has_its_title_alone() -> None:
    year = whole_year(2017)
    assert titles(year, issued(year, "cell_scores")) == ["Bảng tự chấm điểm chi bộ"]
