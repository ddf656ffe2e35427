"""Words of shortcomings where they are written and withdrawn; their fields are those of the conference."""

from __future__ import annotations

from typing import Final

from ui.texts.conference_fields import BLAME_WORDS, SHORTCOMING_WORDS
from ui.texts.fields import FieldText
from ui.texts.record_book import RecordWords


class WithdrawingWords(RecordWords):
    """A conclusion is withdrawn, never edited or removed."""

    def edit(self) -> str:
        """Return the title of the form."""
        return "Rút kết luận này"


WITHDRAWAL: Final = {
    "withdrawn_on": FieldText("Ngày kết luận rút"),
    "withdrawn_reason": FieldText("Lý do", "Ai kết luận lại, vì sao", wide=True, lines=2),
}
WITHDRAWAL_WORDS: Final = WithdrawingWords(
    "Rút kết luận", "việc rút kết luận", "Chưa có hạn chế, khuyết điểm nào được kết luận."
)
IS_CONCLUDED = "Đã được kết luận nên không bỏ được; kết luận thay đổi thì ghi ở “Rút kết luận”."
STANDS = "đã kết luận"
WITHDRAWN = "đã rút ngày {date:%d/%m/%Y}: {reason}"
KINDS: Final = {
    "own_shortcoming": SHORTCOMING_WORDS,
    "own_responsibility": BLAME_WORDS,
    "withdrawal": WITHDRAWAL_WORDS,
}
"""What each kind is called, by the name of its drafts."""
