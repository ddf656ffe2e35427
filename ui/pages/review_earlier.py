"""Shortcomings of earlier reviews of one subject: entered by hand in the first year, answered every year."""

from __future__ import annotations

from app.bootstrap import Core
from app.domain.ledger_answers import FROM_LEDGER, answering
from app.domain.remediation import RemediationItem
from app.domain.self_reviews import CorrectionState, EarlierShortcoming, EarlierShortcomingFields
from ui.forms.record_book import RecordBook
from ui.forms.record_kind import Owner, RecordKind
from ui.pages.books_part import BooksPart
from ui.pages.page import Desk
from ui.pages.review_said import CORRECTION_STATES
from ui.texts import earlier_record as words
from ui.texts import review as review_words
from ui.texts.fields import chosen_words
from ui.widgets.two_line_view import Lines


def earlier_part(core: Core, desk: Desk) -> BooksPart:
    """Return the tab of the card with last years' shortcomings and what became of them."""
    book = RecordBook(earlier_kind(core), core.drafts, desk.notifier)
    return BooksPart(book, opens={"earlier": "correction"})


def earlier_kind(core: Core, prefix: str = "") -> RecordKind[EarlierShortcoming]:
    """Return the shortcomings of earlier reviews; one carried over keeps its words (R5-08)."""
    service = core.review.shortcomings

    def rows(owner: Owner) -> list[EarlierShortcoming]:
        own = core.review.whole(owner.year).answered()
        return sorted((one for one in own if one.target == owner.uid), key=lambda one: one.position)

    return RecordKind(
        name="earlier_shortcoming",
        fields=EarlierShortcomingFields,
        texts=words.EARLIER,
        words=words.EARLIER_WORDS,
        say=_lines,
        rows=rows,
        add=lambda owner, values: service.add_earlier(owner.year, {**values, "target": owner.uid}),
        save=service.save_earlier,
        remove=service.remove_earlier,
        choices={"correction": lambda _owner: tuple(review_words.CORRECTIONS.items())},
        begin=lambda owner: {"from_year": owner.year - 1, "correction": CorrectionState.UNKNOWN},
        note=lambda one: _note(one, _answering(core, one)),
        fixed=lambda one: _fixed(one, _answering(core, one)),
        prefix=prefix,
    )


def _answering(core: Core, one: EarlierShortcoming) -> list[RemediationItem]:
    return answering(one.uid, core.review.whole(one.year).remediation_items)


def _note(one: EarlierShortcoming, items: list[RemediationItem]) -> str:
    carried = words.CARRIED if one.carried_from else ""
    said = words.FROM_LEDGER.format(said="; ".join(map(_said, items))) if items else ""
    return " ".join(filter(None, (carried, said)))


def _said(item: RemediationItem) -> str:
    day = words.FINISHED_ON.format(day=item.finished_on) if item.finished_on else ""
    by = words.SIGNED_OFF.format(name=item.signed_off_by) if item.signed_off_by else ""
    return ", ".join(filter(None, (chosen_words(item.state).lower(), day, by)))


def _fixed(one: EarlierShortcoming, items: list[RemediationItem]) -> set[str]:
    return ({"text", "from_year"} if one.carried_from else set()) | (FROM_LEDGER if items else set())


def _lines(one: EarlierShortcoming) -> Lines:
    said = " · ".join(filter(None, (review_words.CORRECTIONS[one.correction], one.result)))
    return Lines(one.text, str(one.from_year), said, CORRECTION_STATES[one.correction])
