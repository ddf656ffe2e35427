"""Bảng rà soát trước khi trình: one line per requirement, answered here or put right where it speaks of."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.bootstrap import Core
from app.common.progress import Progress
from app.domain.listing import Listing
from app.errors import AppError
from app.services.findings import Line, minute_lines, place_of
from app.services.repeated_pairs import Pairs, side_by_side
from app.services.repeated_texts import in_words
from app.services.review import REVIEW_SUBJECTS
from ui.dialogs.side_by_side import SideBySideDialog
from ui.dialogs.turn_choice import TurnChoiceDialog
from ui.forms.binder import DraftKeeper, Values
from ui.forms.grid_draft import GridBinder
from ui.lists.leaving import ListLeaving
from ui.pages import finding_said as said
from ui.pages.finding_draft import AnswerDraft, stored
from ui.pages.finding_panel import ANSWER, FindingPanel
from ui.pages.page import Desk, Page
from ui.pages.whereabouts import Here, alone_in_focus
from ui.texts import findings as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Badge, Text
from ui.widgets.page_head import PageHead
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import emptied, hairline, spaced, styled
from ui.widgets.tab_order import order_tabs
from ui.widgets.work_row import WorkRow

FORM = "findings"
REACHED = frozenset(
    {
        "members",
        "settings",
        "papers",
        "packages",
        "earlier",
        "commitments",
        "year",
        "review",
        "letters",
        "writing",
        "conference",
        "remediation",
        "levels",
    }
)
"""Pages that there are to put a matter right on."""
_BADGES = {
    "block": State.BLOCKED,
    "answer": State.ASKED,
    "note": State.NOTE,
    "todo": State.OPEN,
    "unknown": State.NOT_APPLICABLE,
}


class FindingsPage(Page):
    """Groups of lines; one line open at a time."""

    subjects: ClassVar[frozenset[str]] = REVIEW_SUBJECTS | {"member", "post", "standing", "discipline"}

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._year = 0
        self._open = ""
        """Id of the requirement whose line is open."""
        self._draft: dict[str, AnswerDraft] = {}
        """What was begun as an answer to a line and not kept as one, by id."""
        self._binder = GridBinder(self._typed, self)
        self.keeper = DraftKeeper(self._keep, self._binder)
        self._pairs = Pairs()
        self._panel: FindingPanel | None = None
        self._follows = False
        """Whether the open line is brought into sight, until somebody scrolls himself."""
        self._leaving = ListLeaving(core.lists, core.papers.pages, desk)
        self._compare = Button(words.COMPARE, glyph="files", name="findingsCompare")
        self._print = Button(words.PRINT, glyph="printer", name="findingsPrint")
        self._head = PageHead(words.TITLE, [self._compare, self._print])
        self._lines = QVBoxLayout()
        self.keeper.kept.connect(self.draft_kept)
        self.keeper.failed.connect(self.draft_failed)
        self._compare.clicked.connect(self._on_compare)
        self._print.clicked.connect(self._on_print)
        self._build()

    def _build(self) -> None:
        sheet = Sheet(padding=0, spacing=0)
        spaced(self._lines, 0)
        sheet.body.addLayout(self._lines)
        scroll = Scroll()
        scroll.body.addWidget(self._leaving)
        scroll.body.addWidget(sheet)
        scroll.body.addStretch(1)
        self._scroll = scroll
        # Only once the layout knows how high the lines are is there something to scroll.
        scroll.verticalScrollBar().rangeChanged.connect(self._show_open)
        scroll.verticalScrollBar().actionTriggered.connect(self._stay)
        self.column.addWidget(self._head)
        self.column.addWidget(scroll, 1)

    @override
    def show_year(self, year: int) -> None:
        if year != self._year:
            self.leave()
            self._pairs, self._open, self._panel = Pairs(), "", None
            self._year = year
            self._draft = {name: stored(one) for name, one in self._drafted().items()}
        self.refresh()

    @override
    def refresh(self) -> None:
        self._keep_draft()
        lines = self._read()
        place = self._scroll.verticalScrollBar().value()
        emptied(self._lines)
        self._panel = None
        self._print.setEnabled(bool(lines))
        self._compare.setVisible(self._is_begun())
        self._head.say(said.facts_said(lines) if lines else "")
        for group, own in said.grouped(lines).items():
            self._lines.addWidget(_group_line(group, len(own)))
            for line in own:
                self._add(line)
        if not lines:
            self._lines.addWidget(EmptyState(self._nothing(), glyph="check-circle"))
        order_tabs(self)
        self._scroll.body.activate()
        self._scroll.verticalScrollBar().setValue(place)

    def _read(self) -> tuple[Line, ...]:
        whole = self._core.review.whole(self._year)
        return self._core.review.findings.lines_of(whole, in_words(self._pairs.shared, whole))

    def _nothing(self) -> str:
        return (words.NOTHING if self._is_begun() else words.NO_REVIEW).format(year=self._year)

    def _is_begun(self) -> bool:
        return bool(self._core.review.whole(self._year).cycles)

    def _add(self, line: Line) -> None:
        row = WorkRow(said.row_of(line), name=f"finding_{line.finding.id}")
        row.clicked.connect(partial(self._turn, line.finding.id))
        self._lines.addWidget(row)
        if line.finding.id != self._open:
            return
        can_go = line.finding.opens.page in REACHED
        panel = FindingPanel(line, self._turns(), can_go=can_go, can_answer=self._can_answer())
        panel.turn_asked.connect(self._on_turn_asked)
        panel.set_draft(self._draft.get(line.finding.id, AnswerDraft()))
        panel.edited.connect(self._binder.edited)
        panel.answered.connect(partial(self._on_answered, line))
        panel.taken_back.connect(partial(self._on_taken_back, line))
        panel.pairs_asked.connect(self._show_pairs)
        place = place_of(line)
        panel.gone_to.connect(lambda: self.opened.emit(place.page, place.subject, place.field))
        self._panel = panel
        self._lines.addWidget(panel)
        # Shown at once, not by the next event: the cursor may be put into it now.
        panel.show()
        self._lines.addWidget(hairline())

    def _can_answer(self) -> bool:
        """Return whether answers are taken: not where the cell is only looked at, nor in a finished year."""
        finished = any(cycle.finished_on for cycle in self._core.review.whole(self._year).cycles)
        return self.can_change and not finished

    def _turns(self) -> said.Turns:
        return minute_lines(self._core.review.whole(self._year))

    def _on_turn_asked(self) -> None:
        if self._panel is None:
            return
        dialog = TurnChoiceDialog(self._turns(), self._panel.draft().turn, self.window())
        dialog.chosen.connect(partial(self._on_turn_chosen, self._panel.finding))
        dialog.open()

    def _on_turn_chosen(self, finding: str, turn: str) -> None:
        self._keep_draft()
        chosen = replace(self._draft.get(finding, AnswerDraft()), turn=turn)
        self._draft[finding] = chosen
        if self._panel is not None and self._panel.finding == finding:
            self._panel.set_draft(chosen)
        self._binder.edited.emit()
        self.keeper.flush()

    def _turn(self, finding: str) -> None:
        """Open a line, or close the one that is open; the cursor stays on it."""
        self._keep_draft()
        self._open = "" if self._open == finding else finding
        self.refresh()
        self._go_to(finding)

    def _go_to(self, finding: str) -> None:
        row = self.findChild(WorkRow, f"finding_{finding}")
        if row is not None:
            row.setFocus()
            self._follows = True
            self._show_open()

    def _show_open(self) -> None:
        if not self._follows:
            return
        if self._panel is not None:
            self._scroll.ensureWidgetVisible(self._panel, 0, look.px(60))
        row = self.findChild(WorkRow, f"finding_{self._open}")
        if row is not None:
            self._scroll.ensureWidgetVisible(row, 0, look.px(60))

    def _stay(self) -> None:
        self._follows = False

    def _keep_draft(self) -> None:
        if self._panel is not None:
            self._draft[self._panel.finding] = self._panel.draft()

    def _typed(self) -> Values:
        self._keep_draft()
        return {name: one.values() for name, one in self._draft.items() if not one.is_empty}

    def _keep(self, values: Values) -> None:
        if values:
            self._core.drafts.keep(FORM, str(self._year), values)
        else:
            self._core.drafts.drop(FORM, str(self._year))

    def _drafted(self) -> Values:
        return dict(self._core.drafts.find(FORM, str(self._year)) or {})

    def _on_answered(self, line: Line, subjects: list[str], values: dict[str, object]) -> None:
        panel, self._panel = self._panel, None
        draft = self._draft.pop(line.finding.id, AnswerDraft())
        try:
            self._core.review.findings.answer(self._year, line.finding.id, subjects, values)
        except AppError:
            # Refused, or the disk is full: what was typed stays where it stands, and in the draft.
            self._panel, self._draft[line.finding.id] = panel, panel.draft() if panel else draft
            raise
        self.keeper.forget()
        self._keep(self._typed())
        self._tell(words.KEPT, line)

    def _on_taken_back(self, line: Line) -> None:
        self._core.review.findings.take_back(line.answers)
        self._tell(words.TAKEN_BACK, line)

    def _tell(self, told: str, line: Line) -> None:
        self._desk.notifier.done(told, shared.UNDO, self.undo_asked.emit)
        self._go_to(line.finding.id)

    def _on_print(self) -> None:
        self._leaving.print(self.listing())

    def listing(self) -> Listing:
        """Return the table as it stands on paper."""
        return said.listing_of(self._read(), self._desk.clock.today(), self._turns())

    def _on_compare(self) -> None:
        self._compare.setEnabled(False)

        def work(progress: Progress) -> Pairs:
            found = self._core.repeated_texts.compare(self._year, progress)
            return side_by_side(self._core.review.database, found)

        task = self._desk.runner.wait_for(work)
        task.succeeded.connect(self._on_compared)
        task.failed.connect(self._desk.notifier.show)
        task.finished.connect(lambda: self._compare.setEnabled(True))

    def _on_compared(self, pairs: Pairs) -> None:
        self._pairs = pairs
        told = words.COMPARED.format(count=len(pairs)) if pairs else words.COMPARED_NONE
        if pairs:
            self._open = said.secret_one(self._read()) or self._open
        self.refresh()
        self._desk.notifier.done(told)
        self._show_pairs()

    def _show_pairs(self) -> None:
        SideBySideDialog(self._pairs, self.window()).open()

    @override
    def open_at(self, subject: str, field: str) -> None:
        del field
        if subject:
            self._keep_draft()
            self._open = subject
            self.refresh()
            self._go_to(subject)

    @override
    def here(self) -> Here:
        return Here(self._open, *alone_in_focus(self, ANSWER))

    @override
    def leave(self) -> None:
        self.keeper.flush()

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        self.refresh()


def _group_line(group: str, count: int) -> QWidget:
    title, note = words.GROUPS[group]
    line = QWidget()
    styled(line, ground="head", group="true")
    row = QHBoxLayout(line)
    spaced(row, look.px(8), (look.px(12), look.px(4), look.px(16), look.px(4)))
    row.addWidget(Badge(_BADGES[group], title))
    row.addWidget(Text(str(count), role="strong", wrap=False))
    row.addWidget(Text(note, role="small", tone="soft"), 1)
    return line
