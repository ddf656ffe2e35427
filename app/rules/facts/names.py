"""The names of the facts that a rule set may ask."""

from __future__ import annotations

KNOWN_FACTS = frozenset(
    {
        "score.total",
        "score.common",
        "score.results",
        "grades.lowest",
        "grades.results_lowest",
        *(f"tasks.{name}" for name in ("count", "done_pct", "late_pct", "exceeded_pct", "not_done_pct")),
        *(f"units.{name}_pct" for name in ("done", "late", "exceeded")),
        "earlier.count",
        "earlier.corrected_pct",
        "shortcomings.concluded",
        "shortcomings.degradation_concluded",
        "collective.disciplined",
        "collective.duty_disciplined",
        "collective.degradation_concluded",
        "has_collective",
        "cell.authority_level",
        "cell.unions_lowest",
        "cell.members_lowest_pct",
        "standing",
        "probationary",
        "months_since_admission",
        "residence_comment_due",
        "discipline.this_year",
        "discipline.duty_related",
        "suggestions.count",
        "objections.count",
    }
)
"""A test holds them against what is computed."""
