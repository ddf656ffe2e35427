"""`python -m tests.papers.regolden` writes the golden content anew; the diff is the review."""

from tests.papers.samples import CASES
from tests.papers.test_kinds import GOLDEN, golden

if __name__ == "__main__":
    for old in GOLDEN.glob("*.json"):
        old.unlink()
    for case in CASES:
        (GOLDEN / f"{case.name}.json").write_text(golden(case.document()), encoding="utf-8")
