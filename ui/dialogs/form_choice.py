"""What of the files that came back is to be taken: which places, and with what stands around them."""

from __future__ import annotations

from app.services.form_files import Choice, FormFile, Offer, OfferState, Returned, chosen_unasked, unasked

_TAKEABLE = (OfferState.NEW, OfferState.DIFFERS)


class FormChoice:
    """Begins with what the data lack; of two files of one person one is taken at most."""

    def __init__(self, returned: Returned) -> None:
        self._files = returned.files
        self._taken = [set(chosen_unasked(one).taken) for one in returned.files]
        self._as_new: list[set[str]] = [set() for _ in returned.files]
        self._added = [{offer.place.tag for offer in one.offers if offer.added} for one in returned.files]

    def choices(self) -> list[Choice]:
        """Return what is chosen now, of the files of which something is."""
        chosen = zip(self._files, self._taken, self._added, self._as_new, strict=True)
        choices = (
            Choice(file, frozenset(taken), frozenset(added), frozenset(new))
            for file, taken, added, new in chosen
        )
        return [one for one in choices if one.takes_anything]

    def takes(self, file: FormFile, tag: str) -> bool:
        """Return whether a place of a file is taken."""
        return tag in self._taken[self._at(file)]

    def takes_added(self, file: FormFile, tag: str) -> bool:
        """Return whether what stands outside of the control of a place is taken with it."""
        return tag in self._added[self._at(file)]

    def taken(self, file: FormFile) -> int:
        """Return how many places of a file are taken."""
        at = self._at(file)
        as_new = (one for one in file.of(*_TAKEABLE) if one.place.of in self._as_new[at])
        return len(self._taken[at] | {one.place.tag for one in as_new})

    def is_new(self, file: FormFile, promise: str) -> bool:
        """Return whether the other words of a promise are taken as one of its own."""
        return promise in self._as_new[self._at(file)]

    def set_new(self, file: FormFile, promise: str, on: bool) -> None:  # noqa: FBT001  the one question of a tick
        """Take the other words of a promise as one of its own beside it, or not."""
        at = self._at(file)
        (self._as_new[at].add if on else self._as_new[at].discard)(promise)
        self._taken[at] -= {one.place.tag for one in file.offers if one.place.of == promise}
        if on:
            self._leave_others(at)

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
        if self._taken[at] or self._as_new[at]:
            self._leave(at)
            return
        all_of_it = {one.place.tag for one in file.of(*_TAKEABLE)}
        self._taken[at] = (set(unasked(file)) or all_of_it) if file.refusal is None else set()
        if self._taken[at]:
            self._leave_others(at)

    def take_all(self) -> None:
        """Take every place that differs, of the files that are taken unasked or stand alone."""
        for at, file in enumerate(self._files):
            if file.refusal is None and not file.is_older and not self._is_left_for_another(at):
                new = self._as_new[at]
                self._taken[at] = {one.place.tag for one in file.of(*_TAKEABLE) if one.place.of not in new}

    def _is_left_for_another(self, at: int) -> bool:
        return any(self._taken[other] or self._as_new[other] for other in self._others(at))

    def _leave_others(self, at: int) -> None:
        for other in self._others(at):
            self._leave(other)

    def _leave(self, at: int) -> None:
        self._taken[at].clear()
        self._as_new[at].clear()

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
