"""What must be met before a paper is issued: its kind names the requirements as data (R3-14)."""

from __future__ import annotations

import datetime as dt

from app.domain.outgoing_papers import OutgoingPaper
from app.errors import Refused
from app.papers import kind
from app.papers.review import rules_of
from app.rules.findings.asking import unmet
from app.rules.outlook import Outlook
from app.storage.database import Database
from app.storage.queries.review_year import review_year


def refuse_unmet(database: Database, paper: OutgoingPaper, today: dt.date) -> None:
    """Raise `Refused` L-313 while a requirement is not met that the kind of the paper waits for."""
    ids = kind(paper.kind).gates
    if not ids:
        return
    year = review_year(database, paper.year)
    if year.cycles and (lacking := list(unmet(Outlook(year, rules_of(year), today), ids, paper.about))):
        raise Refused("L-313", lacking=" ".join(lacking))
