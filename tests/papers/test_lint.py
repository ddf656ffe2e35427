"""Lint: what must not be written is told, each thing once."""

from dataclasses import replace

import pytest

from app import papers
from app.common.messages import problem_sentence
from app.papers import Subject, lint
from app.papers.content import Block, Cell, Document, Leader, Paragraph, Rule, Run, SideBySide, Table
from tests.papers.samples import review_year

LINE = Paragraph((Run("chữ"),), "body")


def with_block(*blocks: Block) -> Document:
    return replace(papers.build("submission", review_year(), Subject()), blocks=blocks)


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (Paragraph((Run("x"),), "no_such_style"), "paper.unknown_style"),
        (Leader("x", "no_such_style"), "paper.unknown_style"),
        (SideBySide((LINE,), (Rule("x", "no_such_style"),), 80, 85), "paper.unknown_style"),
        (Table((165.0,), ((Cell((replace(LINE, style="no_such_style"),)),),)), "paper.unknown_style"),
        (Table((100.0, 60.0), ((Cell((LINE,)), Cell((LINE,))),)), "paper.width_not_text_width"),
        (SideBySide((LINE,), (LINE,), 80, 80), "paper.width_not_text_width"),
        (Table((100.0, 65.0), ((Cell((LINE,)),),)), "paper.cells_do_not_fill_row"),
        (Table((100.0, 65.0), ((Cell((LINE,), colspan=3),),)), "paper.cells_do_not_fill_row"),
    ],
)
@pytest.mark.fault("F05")
def test_each_fault_is_told_once(block: Block, code: str) -> None:
    problems = lint.problems(with_block(LINE, block))

    assert [problem.code for problem in problems] == [code]
    assert problem_sentence(problems[0]).endswith(".")


def test_cells_that_span_columns_fill_their_row() -> None:
    table = Table((100.0, 65.0), ((Cell((LINE,), colspan=2),), (Cell((LINE,)), Cell((LINE,)))))

    assert lint.problems(with_block(table)) == []
