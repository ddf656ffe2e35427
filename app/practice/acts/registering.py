"""What came from the upper committee during the year stands in the register of incoming papers."""

from __future__ import annotations

from app.practice.stage import Stage, year_words

_DECIDED, _CAME = (12, 28), (12, 29)


def register(stage: Stage) -> None:
    """Register the letters of suggestions that the review knows, and the decision on the levels."""
    register, words = stage.review.incoming_papers, year_words()
    subject = {"subject_line": stage.said(words["suggestions"]["subject"])}
    for letter in stage.now().suggestion_letters:
        register.register_letter(letter.uid, stage.year, subject)
    decision = {
        "number": words["levels"]["number"],
        "dated_on": stage.day(*_DECIDED),
        "received_on": stage.day(*_CAME),
        "issuer": stage.cell.upper_committee,
        "subject_line": stage.said(words["levels"]["decision_subject"]),
    }
    register.add(stage.year, decision)
