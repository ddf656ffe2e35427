"""The content of a paper: as it was issued, or as it would print now."""

from __future__ import annotations

from app.domain.outgoing_papers import OutgoingPaper
from app.papers import Subject, build, codec
from app.papers.content import Document
from app.storage.database import Database
from app.storage.queries.review_year import review_year


def document_of(database: Database, paper: OutgoingPaper) -> Document:
    """Return the stored content of an issued paper, else what its facts give now; raises L-302, L-303."""
    return codec.unpack(paper.issued_content) if paper.is_issued else built(database, paper)


def built(database: Database, paper: OutgoingPaper) -> Document:
    """Return the content that the paper's facts and its year give now."""
    return build(paper.kind, review_year(database, paper.year), Subject(paper=paper))
