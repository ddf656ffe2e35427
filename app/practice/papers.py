"""The papers of the practice year: everything its dossier asks for is issued on the day of the conference.

What members handed in on paper stays on paper. In a careless year a paper that a gate refuses stays in
preparation, as it would with anybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from app.domain.self_reviews import ReportVersion
from app.errors import AppError
from app.papers import KINDS, PaperKind, kind
from app.papers.abouts import About, abouts
from app.papers.review import rules_of
from app.practice.people import practice_words
from app.practice.plan import CONFERENCE, PracticePlan
from app.services.papers import PaperService
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear


def issue_papers(database: Database, papers: PaperService, plan: PracticePlan) -> None:
    """Issue the list of members and what the rules of the year ask for.

    A reviewed year has one tờ trình, that of the rating; the list goes up with one of its own only where
    nothing else does (regime-2014-2017.md 3.9).
    """
    words, day = practice_words()["paper"], dt.date(plan.year, *CONFERENCE)
    text = {"body": words["body"], "recipients": "\n".join(words["recipients"])}
    year = review_year(database, plan.year)
    papers.issue(papers.add("member_list", plan.year, {"dated_on": day}).uid)
    if not year.cycles:
        papers.issue(papers.add("submission", plan.year, {"dated_on": day, **text}).uid)
    for one, about in _wanted(year):
        own = {"dated_on": day, "target": about.target, "about": about.about}
        paper = papers.add(one.code, plan.year, own)
        try:
            papers.issue(paper.uid)
        except AppError:
            if not plan.careless:
                raise


def _wanted(year: ReviewYear) -> Iterator[tuple[PaperKind, About]]:
    """Yield what the dossier needs, in its order: every kind once, with whom or what it is about."""
    known = {one.code for one in KINDS} - {"member_list", "submission"}
    rules = rules_of(year).dossier if year.cycles else ()
    codes = dict.fromkeys(code for part in rules if part.required for code in part.papers if code in known)
    drafts = {one.uid for one in year.collective_reports if one.version is ReportVersion.DRAFT}
    on_paper = {one.member_uid for one in year.self_reviews if one.on_paper}
    for code in codes:
        for about in abouts(kind(code), year):
            if about.about not in drafts and (code != "self_review" or about.target not in on_paper):
                yield kind(code), about
