"""What is written for the review: self-reviews, collective report, checks against the signs."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.self_reviews import (
    CollectiveReport,
    ReportVersion,
    SectionText,
    SelfReview,
    SignCheck,
    WritingState,
)
from app.errors import Refused
from app.services.open_years import OpenYears, added, removed, saved
from app.storage.database import Database
from app.storage.store import Work


class SelfReviewService:
    """Bản kiểm điểm cá nhân, typed or on paper (rulings.md 6)."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def put(
        self, year: int, member_uid: str, values: Mapping[str, object], round_number: int = 1
    ) -> SelfReview:
        """Keep the facts of a member's self-review; raises `Invalid`, `Refused` L-541 for a closed round."""
        with self._years.write("self_review.put", year) as work:
            for present in work.rows(SelfReview, year=year, member_uid=member_uid, round_number=round_number):
                return saved(work, SelfReview, present.uid, present.rev, values)
            own = {"member_uid": member_uid, "round_number": round_number}
            return added(work, SelfReview, year, {**values, **own})

    def write(self, review: SelfReview, section: str, text: str) -> SectionText:
        """Keep what is written in one section; raises `Invalid`, `Refused` L-542 for a final one."""
        with self._years.write("self_review.write", review.year) as work:
            return _written(work, work.get(SelfReview, review.uid), section, text)

    def remove(self, review: SelfReview) -> None:
        """Remove a self-review with its texts, as one step."""
        with self._years.write("self_review.remove", review.year) as work:
            removed(work, SelfReview, review.uid)

    def check_sign(
        self, year: int, target: str, sign: tuple[int, int], values: Mapping[str, object]
    ) -> SignCheck:
        """Keep the answer to one sign, given as (group, number); for the secretary alone (rulings.md 2.6)."""
        own = {"target": target, "sign_group": sign[0], "sign_number": sign[1]}
        with self._years.write("self_review.check_sign", year) as work:
            for present in work.rows(SignCheck, year=year, **own):
                return saved(work, SignCheck, present.uid, present.rev, values)
            return added(work, SignCheck, year, {**values, **own})


class CollectiveReportService:
    """Báo cáo kiểm điểm tập thể: draft, and the version completed after the persons (HD 27 I.2)."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def put(
        self, year: int, version: ReportVersion, values: Mapping[str, object], round_number: int = 1
    ) -> CollectiveReport:
        """Keep the facts of a version; raises `Invalid`, `Refused` L-541 for a closed round."""
        own = {"version": version, "round_number": round_number}
        with self._years.write("collective_report.put", year) as work:
            for present in work.rows(CollectiveReport, year=year, **own):
                return saved(work, CollectiveReport, present.uid, present.rev, values)
            return added(work, CollectiveReport, year, {**values, **own})

    def write(self, report: CollectiveReport, section: str, text: str) -> SectionText:
        """Keep what is written in one section; raises `Invalid`, `Refused` L-542 for a final one."""
        with self._years.write("collective_report.write", report.year) as work:
            return _written(work, work.get(CollectiveReport, report.uid), section, text)

    def complete(self, draft: CollectiveReport) -> CollectiveReport:
        """Begin the final version with the texts of the draft, which stays as it was (R3-04)."""
        with self._years.write("collective_report.complete", draft.year) as work:
            own = {"round_number": draft.round_number, "version": ReportVersion.FINAL}
            for present in work.rows(CollectiveReport, year=draft.year, **own):
                return present
            final = added(work, CollectiveReport, draft.year, {**own, "self_level": draft.self_level})
            for one in work.rows(SectionText, owner=draft.uid):
                _written(work, final, one.section, one.text)
            return final


def _written(work: Work, owner: SelfReview | CollectiveReport, section: str, text: str) -> SectionText:
    if owner.state is WritingState.FINAL:
        raise Refused("L-542")
    for present in work.rows(SectionText, owner=owner.uid, section=section):
        return saved(work, SectionText, present.uid, present.rev, {"text": text})
    return added(work, SectionText, owner.year, {"owner": owner.uid, "section": section, "text": text})
