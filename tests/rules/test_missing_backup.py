"""The lines about backups: told the same day, red after a week, the copy elsewhere every week."""

import datetime as dt

import pytest

from app.rules.missing_backup import BackupFacts, missing_backup

TODAY = dt.date(2017, 12, 6)
ALL_WELL = {"verified_on": TODAY, "has_second": True, "second_on": TODAY}


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        ({}, []),
        ({"verified_on": ago(6)}, []),
        ({"verified_on": None, "has_second": False}, [("backup.none", "answer")]),
        ({"verified_on": None, "failed": True}, [("backup.failed_first", "answer")]),
        ({"failed": True}, [("backup.failed", "answer")]),
        ({"verified_on": ago(1), "failed": True}, [("backup.failed", "answer")]),
        ({"verified_on": ago(7)}, [("backup.old", "block")]),
        ({"verified_on": ago(400), "failed": True}, [("backup.old", "block")]),
        ({"verified_on": ago(-400)}, []),
        ({"trial_failed": True}, [("backup.trial_failed", "block")]),
        ({"damaged": 2}, [("backup.damaged", "note")]),
        ({"has_second": False, "second_on": None}, [("backup.no_second", "note")]),
        ({"second_on": None}, [("backup.second_none", "note")]),
        ({"second_on": ago(6)}, []),
        ({"second_on": ago(7)}, [("backup.second_old", "note")]),
    ],
)
@pytest.mark.fault("D08")
def test_each_state_has_its_line(facts: dict[str, object], lines: list[tuple[str, str]]) -> None:
    found = missing_backup(BackupFacts(**{**ALL_WELL, **facts}), TODAY)  # type: ignore[arg-type]  # by name

    assert [(one.code, one.weight) for one in found] == lines
    assert all((one.page, one.subject) == ("settings", "backup") for one in found)
