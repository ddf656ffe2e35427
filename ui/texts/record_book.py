"""Words of a list of small records with its form: they follow from what one record is called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordWords:
    """What a list of small records is called (`title`), and one of them within a sentence (`noun`)."""

    title: str
    noun: str
    nothing: str = ""
    """Said where there is none; follows from the noun where empty."""
    verb: str = "Thêm"
    """Begins a new one; "Ghi" where there is one at most."""

    def add(self) -> str:
        """Return the verb that begins a new one."""
        return f"{self.verb} {self.noun}"

    def go_on(self) -> str:
        """Return the verb that goes on with a new one that was begun."""
        return f"Gõ tiếp {self.noun} đang dở"

    def new(self) -> str:
        """Return the title of the form of a new one."""
        return f"{self.noun[:1].upper()}{self.noun[1:]} mới"

    def edit(self) -> str:
        """Return the title of the form of one that is there."""
        return f"Sửa {self.noun}"

    def look(self) -> str:
        """Return the title of the form of one that is only looked at."""
        return f"{self.noun[:1].upper()}{self.noun[1:]}"

    def remove(self) -> str:
        """Return the verb that removes one."""
        return f"Bỏ {self.noun} này"

    def count(self, count: int) -> str:
        """Return how many there are."""
        return f"{count} {self.noun}" if count else ""

    def empty(self) -> str:
        """Return what is said where there is none."""
        return self.nothing or f"Chưa có {self.noun} nào."

    def told(self, sentence: str) -> str:
        """Return one of the sentences below about one of these records."""
        return sentence.format(noun=self.noun, Noun=f"{self.noun[:1].upper()}{self.noun[1:]}")


ADDED = "Đã thêm {noun}."
SAVED = "Đã lưu {noun}."
REMOVED = "Đã bỏ {noun}."
DROPPED = "Đã bỏ phần gõ dở của {noun}."
CHANGED_ELSEWHERE = "{Noun} vừa đổi ở nơi khác. Phần đang gõ vẫn giữ; xem lại rồi bấm Lưu lần nữa."
GONE = "{Noun} này đã được bỏ ở nơi khác. Phần đang gõ vẫn giữ trong ô."
SAVE = "Lưu"
SAVE_AND_NEW = "Lưu và thêm mới"
CANCEL = "Thôi"
CLOSE = "Đóng"
GET_BACK = "Lấy lại"
SAVE_KEY = "Ctrl+Enter"
DRAFT_SHOWN = "Đang hiện phần gõ dở chưa lưu."
DRAFT_WAITS = "có phần gõ dở"
