"""States of Trang chính, for pictures and measures: a year just begun, and one with everything in arrears."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from app.domain.targets import COLLECTIVE
from tests.ui.a_program import Room
from tests.ui.finding_screens import careless
from tests.ui.screen_data import LONG, YEAR, Maker, begun


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {"home-begun": ("empty", _begun), "home-problems": ("long", _problems)}


def _begun(room: Room) -> QWidget:
    begun(room.core, YEAR)
    room.core.members.add({"full_name": "Nguyễn Văn Mẫu"})
    return _shown(room)


def _problems(room: Room) -> QWidget:
    """Show long names, much to answer, the ledger in arrears and a second conference in a week."""
    careless(room.core)
    review, members = room.core.review, room.core.members.list()
    for owner, due in (("", dt.date(YEAR, 9, 30)), (members[0].full_name, dt.date(YEAR, 11, 30))):
        facts = {"target": COLLECTIVE, "text": LONG, "owner": owner, "due_on": due}
        review.remediation.add(YEAR, facts)
    review.cycles.add_guidance(YEAR, {"dated_on": f"{YEAR}-11-20", "text": LONG, "due_on": f"{YEAR}-11-25"})
    again = review.conferences.add(YEAR, {"body": "cell"})
    place = "Nhà văn hóa thôn Bịa, xã Mẫu Sơn Thượng"
    sitting = {"held_on": dt.date(YEAR, 12, 10), "started_at": "07:30", "place": place}
    review.conferences.put_sitting(again, 1, sitting)
    return _shown(room)


def _shown(room: Room) -> QWidget:
    room.window.open("home")
    return room.window
