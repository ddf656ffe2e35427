"""Any Word file as blocks that are set on pages, and what of it our pages cannot show.

How to use it, in the child process: have `app.sheets.safe_zip.check_office_file` look the bytes over, then
`read_word(data)`; `app.papers.writers.word_pdf.write(reading)` makes the PDF. `reading.not_shown` says what
is missing on it or looks different (`app.papers.word_reading.sentences.told` in words), `reading.is_whole`
whether nothing is missing that a reader would miss; else only Word itself makes the PDF. `reading.found`
counts changes nobody accepted yet, and comments; `texts(reading.sections)` are the paragraphs in reading
order, `placed` gives each with its row and column of a table. The job ``word_pdf`` of the child process does
all of it: a line of JSON (title, band) and a Word file in, a line of JSON (is_whole, not_shown, told) and the
PDF out.
"""

from app.papers.word_reading.model import NotShown, WordReading
from app.papers.word_reading.places import Placed, placed
from app.papers.word_reading.reader import paragraphs, texts
from app.papers.word_reading.reader import read as read_word

__all__ = ["NotShown", "Placed", "WordReading", "paragraphs", "placed", "read_word", "texts"]
