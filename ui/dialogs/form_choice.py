"""What of the files that came back is to be taken: which places, and with what stands around them."""

from __future__ import annotations

from app.services.form_files import Choice, FormFile, Offer, OfferState, Returned, chosen_unasked

_TAKEABLE = (OfferState.NEW, OfferState.DIFFERS)


class FormChoice:
    """Begins with what the data lack; of two files of one person one is taken at most."""

    def __init__(self, returned: Returned) -> None:
        self._files = returned.files
        unasked = [chosen_unasked(one) for one in returned.files]
        self._taken = [set(one.taken) for one in unasked]
        self._added = [{offer.place.tag for offer in one.offers if offer.added} for one in returned.files]

    def choices(self) -> list[Choice]:
        """Return what is chosen now, of the files of which something is."""
        return [
            Choice(file, frozenset(taken), frozenset(added))
            for file, taken, added in zip(self._files, self._taken, self._added, strict=True)
            if taken
        ]

    def takes(self, file: FormFile, tag: str) -> bool:
        """Return whether a place of a file is taken."""
        return tag in self._taken[self._at(file)]

    def takes_added(self, file: FormFile, tag: str) -> bool:
        """Return whether what stands outside of the control of a place is taken with it."""
        return tag in self._added[self._at(file)]

    def taken(self, file: FormFile) -> int:
        """Return how many places of a file are taken."""
        return len(self._taken[self._at(file)])

    def set_taken(self, file: FormFile, tag: str, on: bool) -> None:  # noqa: FBT001  the one question of a tick
        """Take a place or leave it; another file of the same person is left then."""
        at = self._at(file)
        (self._taken[at].add if on else self._taken[at].discard)(tag)
        if on:
            self._leave_others(at)

    def set_added(self, file: FormFile, tag: str, on: bool) -> None:  # noqa: FBT001  the same
        """Take what stands outside of a control, or leave it."""
        added = self._added[self._at(file)]
        (added.add if on else added.discard)(tag)

    def turn(self, file: FormFile) -> None:
        """Turn a whole file round: taken as it would be unasked, or left."""
        at = self._at(file)
        if self._taken[at]:
            self._taken[at].clear()
            return
        offers = file.of(OfferState.NEW) or file.of(*_TAKEABLE)
        self._taken[at] = {one.place.tag for one in offers} if file.refusal is None else set()
        if self._taken[at]:
            self._leave_others(at)

    def take_all(self) -> None:
        """Take every place that differs, of the files that are taken unasked or stand alone."""
        for at, file in enumerate(self._files):
            if file.refusal is None and not file.is_older and not self._is_left_for_another(at):
                self._taken[at] = {one.place.tag for one in file.of(*_TAKEABLE)}

    def _is_left_for_another(self, at: int) -> bool:
        return any(self._taken[other] for other in self._others(at))

    def _leave_others(self, at: int) -> None:
        for other in self._others(at):
            self._taken[other].clear()

    def _others(self, at: int) -> list[int]:
        own = self._files[at].stamp
        return [
            place
            for place, one in enumerate(self._files)
            if place != at
            and own
            and one.stamp
            and (one.stamp.kind, one.stamp.member) == (own.kind, own.member)
        ]

    def _at(self, file: FormFile) -> int:
        return next(place for place, one in enumerate(self._files) if one is file)


def is_takeable(offer: Offer) -> bool:
    """Return whether a place can be ticked."""
    return offer.state in _TAKEABLE
