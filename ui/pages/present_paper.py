"""A paper as it would print now, beside the records it tells: shown, renewed as they change, printed."""

from __future__ import annotations

from functools import partial

from app.bootstrap import Core
from app.common.progress import Progress
from app.services.present_pages import Asked
from ui.pages.page import Desk
from ui.pages.paper_output import PaperOutput
from ui.pages.paper_preview import PaperPreview, Wanted
from ui.texts import paper_page as words
from ui.widgets.page_view import RENDER_WIDTH, PageView


class PresentPaper(PaperOutput):
    """Fills a page view; it is itself the line that tells of a long wait for the printer."""

    def __init__(self, core: Core, desk: Desk, view: PageView) -> None:
        super().__init__(core, desk)
        self._papers = core.papers
        self._view = view
        self._asked: dict[str, Asked] = {}
        """The one paper in sight, by its key."""
        self._preview = PaperPreview(self._pages, desk.runner, self)
        self._preview.made.connect(self._on_made)
        self._preview.failed.connect(desk.notifier.show)

    def show_paper(self, asked: Asked) -> None:
        """Show a paper, or the same one as it now is."""
        key = f"{asked.kind}-{asked.year}-{asked.target}-{asked.about}"
        if key not in self._asked:
            self._view.show_pages([], words.FOLLOWS_SAVED)
        self._asked = {key: asked}
        self._preview.show_now(Wanted(key))

    def stop(self) -> None:
        """Make no more pages."""
        self._preview.stop()

    def print_shown(self) -> None:
        """Ask for a printer and print the paper in sight."""
        for asked in self._asked.values():
            self.print_made(partial(self._papers.present.preview, asked))

    def _pages(self, wanted: Wanted, progress: Progress) -> tuple[bytes, ...]:
        asked = self._asked.get(wanted.uid)
        if asked is None:
            return ()
        return self._papers.pages(self._papers.present.preview(asked, progress), RENDER_WIDTH)

    def _on_made(self, key: str, pages: list[bytes]) -> None:
        if key in self._asked:
            self._view.show_pages(pages, words.FOLLOWS_SAVED)


def page_view() -> PageView:
    """Return an empty view for such a paper."""
    return PageView(words.PAGE, words.PREVIOUS_PAGE, words.NEXT_PAGE)
