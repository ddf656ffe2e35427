"""A file that lost something of its paper is caught before it leaves."""

from dataclasses import replace

import pytest

from app.errors import EnvironmentFailed
from app.papers import readback
from app.papers.content import Document
from app.papers.writers import docx_writer, pdf_writer
from tests.papers.samples import CASES, Case


def files(document: Document) -> dict[str, bytes]:
    return {"docx": docx_writer.write(document), "pdf": pdf_writer.write(document)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_whole_paper_passes(case: Case) -> None:
    readback.check(case.document(), files(case.document()))


@pytest.mark.parametrize("name", ["docx", "pdf"])
@pytest.mark.parametrize("place", range(1, 5))
@pytest.mark.fault("F02")
def test_a_lost_block_is_caught(name: str, place: int) -> None:
    document = CASES[0].document()
    poorer = replace(document, blocks=document.blocks[:place] + document.blocks[place + 1 :])

    with pytest.raises(EnvironmentFailed) as told:
        readback.check(document, {name: files(poorer)[name]}, "Tờ trình")

    assert told.value.code == "L-304"
    assert (told.value.params["format"], told.value.params["paper"]) == (name, "Tờ trình")
