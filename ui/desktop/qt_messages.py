"""What Qt complains of goes to the log, never to a screen: the place in Qt, not the words.

Its messages quote file names and texts, so only the function it names ("QPainter::begin") and the category
are written; and each of them a few times, because a complaint of painting comes with every frame.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger(__name__)
MOST_OF_A_KIND = 5
_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_FUNCTION = re.compile(r"Q[A-Za-z]+::~?[A-Za-z]+")
_CATEGORY = re.compile(r"(?:qt|default|kf)[a-z.]*")

Handler = Callable[[QtMsgType, QMessageLogContext, str], None]


class QtMessages:
    """The handler, from `begin` to `end`."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._before: Handler | None = None

    def begin(self) -> None:
        """Take Qt's messages."""
        self._before = qInstallMessageHandler(self.receive)

    def end(self) -> None:
        """Give them back to whoever had them."""
        qInstallMessageHandler(self._before)

    def receive(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Write where a warning comes from."""
        level = _LEVELS.get(kind)
        if level is None:
            return
        place = place_of(context.category or "", message)
        self._seen[place] += 1
        if self._seen[place] <= MOST_OF_A_KIND:
            # The place is the message and no argument: arguments of a log call are hidden.
            _log.log(level, f"qt {place}")


def place_of(category: str, message: str) -> str:
    """Return category and function that a message of Qt names, as far as they are Qt's own words."""
    function = _FUNCTION.search(message)
    return f"{category if _CATEGORY.fullmatch(category) else '-'} {function[0] if function else '-'}"
