"""What the cell sets itself over the rules of its year, by the letter of the committee above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.cycles import Cycle
from app.errors import Invalid
from app.rules.cell_layer import Setting, problems, settings
from app.rules.own_values import OwnValue
from app.rules.ruleset import RuleSet, kept_in
from app.services.begun_years import begun
from app.services.open_years import OpenYears
from app.storage.database import Database


class OwnRuleService:
    """Giá trị riêng của chi bộ: kept with the rules of the year they belong to, so that both go together."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._years = OpenYears(database)

    def settings(self, year: int) -> tuple[Setting, ...]:
        """Return everything that may be set for the year, as the rules have it; raises `Refused` L-554."""
        return settings(_rules_of(self._cycle(year)))

    def list(self, year: int) -> tuple[OwnValue, ...]:
        """Return what the cell set; raises `Refused` L-554."""
        return kept_in(self._cycle(year).ruleset_snapshot).own

    def put(self, year: int, lines: Sequence[Mapping[str, str]]) -> tuple[OwnValue, ...]:
        """Make the cell's own values of the year be `lines`, as one step, and return them.

        Raises `Invalid`, whose fields name line and part (``2.value``), and `Refused` L-554 before the review
        of the year is begun, L-540 when the year is finished; nothing is changed then.
        """
        own = tuple(OwnValue.model_validate(dict(line)) for line in lines)
        with self._years.write("cycle.own_rules", year) as work:
            cycle = begun(work.rows(Cycle, year=year), year)
            rules = _rules_of(cycle)
            if found := problems(rules, own):
                raise Invalid(found)
            kept = rules.model_copy(update={"own": own})
            work.change(
                Cycle, cycle.uid, cycle.rev, ruleset_snapshot=kept.snapshot, ruleset_sha256=kept.sha256
            )
        return own

    def _cycle(self, year: int) -> Cycle:
        with self._database.read() as reader:
            return begun(reader.rows(Cycle, year=year), year)


def _rules_of(cycle: Cycle) -> RuleSet:
    """Return the rules of the year without what the cell set."""
    return kept_in(cycle.ruleset_snapshot).model_copy(update={"own": ()})
