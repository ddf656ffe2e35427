"""Acts of the register of papers that came in, and of what is said of the dossier."""

from __future__ import annotations

from tests.acts.stage import YEAR, Act

_TEXT = "Nội dung mẫu bịa ra"

INCOMING: tuple[Act, ...] = (
    Act(
        "incoming_papers.register_letter",
        "incoming_papers",
        {"entered_as": "@suggestion_letters", "subject_line": _TEXT},
        lambda s, v: s.review.incoming_papers.register_letter(v["entered_as"], YEAR, v),
    ),
    Act(
        "incoming_papers.add",
        "incoming_papers",
        {
            "register_number": 7,
            "received_on": "2017-11-20",
            "number": "31-CV/ĐU",
            "dated_on": "2017-11-18",
            "issuer": "Đảng ủy xã Mẫu",
            "subject_line": _TEXT,
            "assigned_to": "Trần Thị Thử",
            "due_on": "2017-12-10",
            "note": _TEXT,
        },
        lambda s, v: s.review.incoming_papers.add(YEAR, v),
    ),
    Act(
        "incoming_papers.save",
        "incoming_papers",
        {"handled_on": "2017-12-01"},
        lambda s, v: s.review.incoming_papers.save(s.there["incoming_papers"], v),
    ),
    Act(
        "dossier_notes.put",
        "dossier_notes",
        {"part": "residence", "held_as": "not_needed", "sheets": 2, "reason": _TEXT},
        lambda s, v: s.review.dossier_notes.put(YEAR, v["part"], v),
    ),
)
