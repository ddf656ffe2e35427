"""What the review of a year should see to, for the window, the home page, the gates and the command."""

from __future__ import annotations

from collections.abc import Mapping

from app.common.clock import Clock
from app.rules.findings.engine import Finding, findings
from app.rules.outlook import Outlook
from app.rules.ruleset import RuleSet, from_snapshot
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear


class FindingService:
    """Looks the year over with the rule set that its cycle keeps; reads only, never inside a Save."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._rules: dict[str, RuleSet] = {}

    def of(self, year: int, repeated: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
        """Return everything to see to in the year, what weighs more first; nothing before its cycle.

        `repeated` tells of whose text was found equal to another, by uid, where somebody compared (R2-11).
        """
        return self.of_whole(review_year(self._database, year), repeated)

    def of_whole(self, whole: ReviewYear, repeated: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
        """Return everything to see to in a year that was read already."""
        if not whole.cycles:
            return ()
        ruleset = self._ruleset(whole.cycles[0].ruleset_sha256, whole.cycles[0].ruleset_snapshot)
        return findings(Outlook(whole, ruleset, self._clock.today(), repeated or {}))

    def _ruleset(self, sha256: str, snapshot: str) -> RuleSet:
        if sha256 not in self._rules:
            self._rules[sha256] = from_snapshot(snapshot)
        return self._rules[sha256]
