"""Which pages there are, in the order of the navigation, and where the search of the top bar looks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial

from app.bootstrap import Core
from app.common.finding import Query
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.people import Person
from app.domain.posts import post_text
from ui.pages.commitments_page import CommitmentsPage
from ui.pages.committee_forms_page import FormsPage
from ui.pages.conference_page import ConferencePage
from ui.pages.diagnosing import Diagnosing
from ui.pages.earlier_page import EarlierPage
from ui.pages.findings_page import FindingsPage
from ui.pages.help_page import HelpPage
from ui.pages.home_page import HomePage
from ui.pages.letters_page import LettersPage
from ui.pages.levels_page import LevelsPage
from ui.pages.manual_saving import ManualSaving
from ui.pages.members_page import MembersPage
from ui.pages.packages_page import PackagesPage
from ui.pages.page import Desk, Page
from ui.pages.papers_page import PapersPage
from ui.pages.registers_page import RegistersPage
from ui.pages.remediation_page import RemediationPage
from ui.pages.review_page import ReviewPage
from ui.pages.rules_page import RulesPage
from ui.pages.settings_page import SettingsPage
from ui.pages.wording_page import WordingPage
from ui.pages.writing_page import WritingPage
from ui.pages.year_page import YearPage
from ui.texts.fields import post_name
from ui.widgets.quick_search import Hit


def page_makers(core: Core, desk: Desk) -> dict[str, Callable[[], Page]]:
    """Return what makes each page when it is first visited."""
    return {
        "home": partial(HomePage, core, desk),
        "members": partial(MembersPage, core, desk),
        "commitments": partial(CommitmentsPage, core, desk),
        "earlier": partial(EarlierPage, core, desk),
        "review": partial(ReviewPage, core, desk),
        "letters": partial(LettersPage, core, desk),
        "writing": partial(WritingPage, core, desk),
        "levels": partial(LevelsPage, core, desk),
        "year": partial(YearPage, core, desk),
        "conference": partial(ConferencePage, core, desk),
        "remediation": partial(RemediationPage, core, desk),
        "findings": partial(FindingsPage, core, desk),
        "papers": partial(PapersPage, core, desk),
        "committee_forms": partial(FormsPage, core, desk),
        "registers": partial(RegistersPage, core, desk),
        "packages": partial(PackagesPage, core, desk),
        "settings": partial(SettingsPage, core, desk),
        "rules": partial(RulesPage, core, desk),
        "wording": partial(WordingPage, core, desk),
        "help": lambda: HelpPage(ManualSaving(core, desk).button, Diagnosing(core, desk).button),
    }


def search_in(core: Core, current_year: Callable[[], int]) -> Callable[[str], list[Hit]]:
    """Return the search of the top bar: members by name and post, papers by kind, person and subject."""

    def search(query: str) -> list[Hit]:
        everybody = core.members.people()
        people = [
            Hit(" · ".join(filter(None, _name_and_post(one))), "members", one.uid)
            for one in everybody
            if one.member.trashed_on is None
        ]
        names = {one.uid: one.member.full_name for one in everybody}
        titles = {kind.code: kind.title for kind in core.papers.offered.kinds()}
        papers = [
            Hit(" · ".join(filter(None, _paper_said(one, titles, names))), "papers", one.uid)
            for one in core.papers.list(current_year())
        ]
        wanted = Query(query)
        return [hit for hit in [*people, *papers] if wanted.finds(hit.words)]

    return search


def _paper_said(paper: OutgoingPaper, titles: Mapping[str, str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return what tells a paper: its kind, the person it is about, its subject."""
    return titles.get(paper.kind, ""), names.get(paper.target, ""), paper.subject_line


def _name_and_post(person: Person) -> tuple[str, str]:
    """Return the name and the posts whose end is not known, which are those held now."""
    return person.member.full_name, post_text(person.posts, dt.date.max, post_name)
