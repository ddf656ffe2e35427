"""The jobs of the child process, one module each: ``run(payload, progress) -> bytes``.

Each module imports what is heavy when it runs, so that the list costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.common.progress import Progress
from app.worker.jobs import (
    check_layout,
    close_package,
    compare_texts,
    convert_word,
    edited_word,
    fill_forms,
    merge_pdfs,
    open_package,
    print_list,
    read_committee_form,
    read_forms,
    read_sheet,
    render,
    take_pdf,
    take_word,
    word_pdf,
    write_manual,
    write_sheet,
)

Job = Callable[[bytes, Progress], bytes]

JOBS: Mapping[str, Job] = {
    "check_layout": check_layout.run,
    "close_package": close_package.run,
    "compare_texts": compare_texts.run,
    "convert_word": convert_word.run,
    "edited_word": edited_word.run,
    "fill_forms": fill_forms.run,
    "merge_pdfs": merge_pdfs.run,
    "open_package": open_package.run,
    "print_list": print_list.run,
    "read_committee_form": read_committee_form.run,
    "read_forms": read_forms.run,
    "read_sheet": read_sheet.run,
    "render": render.run,
    "take_pdf": take_pdf.run,
    "take_word": take_word.run,
    "word_pdf": word_pdf.run,
    "write_manual": write_manual.run,
    "write_sheet": write_sheet.run,
}
