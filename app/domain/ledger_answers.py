"""What the ledger of correction says of an earlier shortcoming: written there, said wherever it is asked.

A matter of the ledger names the shortcoming that it puts right. Once it has a result, or is done in part or
whole, the shortcoming is answered by it (rulings.md 9.1); until then by what is entered with itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.domain.remediation import RemediationItem, RemediationState
from app.domain.self_reviews import CorrectionState, EarlierShortcoming

_ANSWERS = {
    RemediationState.NOT_STARTED: CorrectionState.NOT_CORRECTED,
    RemediationState.UNDER_WAY: CorrectionState.CORRECTING,
    RemediationState.PARTLY_DONE: CorrectionState.CORRECTING,
    RemediationState.DONE: CorrectionState.CORRECTED,
}
_TELLING = frozenset({RemediationState.PARTLY_DONE, RemediationState.DONE})
FROM_LEDGER = frozenset({"correction", "result", "evidence"})
"""The fields of an earlier shortcoming that the ledger answers."""


def answering(uid: str, items: Iterable[RemediationItem]) -> list[RemediationItem]:
    """Return the matters that answer a shortcoming, in order; none while they have nothing to say."""
    own = sorted((one for one in items if one.shortcoming == uid), key=lambda one: one.position)
    return own if any(one.state in _TELLING or one.result.strip() for one in own) else []


def answered(
    earlier: Iterable[EarlierShortcoming], items: Sequence[RemediationItem]
) -> tuple[EarlierShortcoming, ...]:
    """Return the earlier shortcomings with what the ledger says of them."""
    linked = [one for one in items if one.shortcoming]
    return tuple(_answered(one, answering(one.uid, linked)) for one in earlier)


def answer_of(items: Sequence[RemediationItem]) -> dict[str, object]:
    """Return state, result and evidence as matters that answer together say it, what they leave empty not."""
    states = {_ANSWERS[one.state] for one in items}
    said = {
        "correction": states.pop() if len(states) == 1 else CorrectionState.CORRECTING,
        "result": "\n".join(one.result for one in items if one.result.strip()),
        "evidence": "; ".join(one.evidence for one in items if one.evidence),
    }
    return {field: value for field, value in said.items() if value}


def _answered(one: EarlierShortcoming, items: Sequence[RemediationItem]) -> EarlierShortcoming:
    return one.model_copy(update=answer_of(items)) if items else one
