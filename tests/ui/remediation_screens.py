"""States of Khắc phục, for pictures and measures."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from tests.ui.a_program import Room
from tests.ui.screen_data import LONG, YEAR, Maker, begun
from ui.forms.record_drafts import NEW, RecordPlace
from ui.pages.remediation_page import INSPECTIONS, RemediationPage


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "remediation-late": ("filled", _late),
        "remediation-item": ("filled", _item),
        "remediation-wrong": ("filled", _wrong),
        "remediation-inspections": ("filled", _inspections),
        "remediation-long": ("long", _late),
        "remediation-none": ("empty", _none),
    }


def fill(core: Core) -> str:
    """Enter two matters, milestones and an inspection; return the matter that is late."""
    begun(core, YEAR)
    ledger, member = core.review.remediation, core.members.list()[0]
    inspection = ledger.add_inspection(
        YEAR, {"number": "05-KL/UBKT", "dated_on": "2017-09-12", "conclusion": LONG}
    )
    facts = {"owner": member.full_name, "checker": "Trần Thị B", "measure": LONG}
    late = ledger.add(
        YEAR,
        {"target": member.uid, "text": LONG, "due_on": "2017-10-01", "inspection": inspection.uid, **facts},
    )
    ledger.put_step(late, 1, {"text": "Báo cáo giữa năm", "due_on": "2017-06-30", "done_on": "2017-06-28"})
    ledger.put_step(late, 2, {"text": "Báo cáo cuối năm", "due_on": "2017-11-30"})
    ledger.add(YEAR, {"target": "collective", "text": "Lập sổ theo dõi sinh hoạt"})
    core.review.shortcomings.add(YEAR, {"target": "collective", "origin": "conference", "text": LONG})
    return late.uid


def _late(room: Room) -> QWidget:
    room.window.open("remediation", fill(room.core))
    return room.window


def _item(room: Room) -> QWidget:
    uid = fill(room.core)
    room.window.open("remediation", uid, "state")
    return room.window


def _wrong(room: Room) -> QWidget:
    fill(room.core)
    room.window.open("remediation", RecordPlace("remediation_item", NEW).text())
    page = cast("RemediationPage", room.window.page())
    editor = page.own.editor("remediation_item")
    editor.form.binder.offer({"due_on": "31/02/2018"})
    editor.saved.emit()
    return room.window


def _inspections(room: Room) -> QWidget:
    fill(room.core)
    room.window.open("remediation")
    cast("RemediationPage", room.window.page()).tabs.choose(INSPECTIONS)
    return room.window


def _none(room: Room) -> QWidget:
    begun(room.core, YEAR)
    room.window.open("remediation")
    return room.window
