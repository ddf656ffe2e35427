"""The files of papers that were corrected in Word, in the place of what the data give."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence

from app.common.jobs import Jobs
from app.common.progress import Progress
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.word_editions import WordEdition
from app.package import bundle
from app.papers import kind
from app.papers.word_slip import slip
from app.papers.wording import wording
from app.services.made import OURS, Made
from app.services.rendering import render
from app.storage.store import Reader

EDITED_JOB = "edited_word"


def editions_of(reader: Reader, papers: Sequence[OutgoingPaper]) -> dict[str, WordEdition]:
    """Return by uid the files that were corrected in Word of `papers`."""
    found = (next(iter(reader.rows(WordEdition, paper=one.uid)), None) for one in papers)
    return {one.paper: one for one in found if one}


def made_edited(
    jobs: Jobs,
    editions: Mapping[str, WordEdition],
    titles: Mapping[str, str],
    progress: Progress,
    *,
    is_practice: bool,
) -> dict[str, Made]:
    """Return by paper the files corrected in Word; in practice they bear the words of practice.

    Raises `EnvironmentFailed` L-301, `Cancelled`.
    """
    band = wording("shared").text("practice_band") if is_practice else ""
    return {
        uid: _made(jobs, edition, (titles.get(uid, ""), band), progress) for uid, edition in editions.items()
    }


def titled(papers: Sequence[OutgoingPaper], titles: Mapping[str, str]) -> dict[str, str]:
    """Return how each paper is called, by its kind where nobody says."""
    return {one.uid: titles.get(one.uid) or kind(one.kind).title for one in papers}


def _made(jobs: Jobs, edition: WordEdition, said: tuple[str, str], progress: Progress) -> Made:
    title, band = said
    word, by_word = base64.b85decode(edition.word), base64.b85decode(edition.pdf)
    asked = {"title": title, "band": band, "by_word": len(by_word)}
    wish = json.dumps(asked, ensure_ascii=False).encode()
    files = dict(bundle.unpack(jobs.run(EDITED_JOB, wish + b"\n" + word + by_word, progress)))
    if edition.pdf:
        return Made(files["docx"], OURS, files["pdf"])
    lacking = not edition.is_whole
    page = render(jobs, {"x": slip(title, band)}, progress, ("pdf",))["x.pdf"] if lacking else b""
    return Made(files["docx"], OURS, files["pdf"], slip=page)
