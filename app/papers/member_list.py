"""Danh sách đảng viên: every member of the cell, by post and then by name (rulings.md 3.7); not numbered."""

from __future__ import annotations

from app.common.text import fold, name_key
from app.domain.members import Member, MemberDraft, Sex
from app.domain.types import show_date
from app.papers import blocks
from app.papers.content import Document, Table, plain
from app.papers.counts import count_texts
from app.papers.kind import Subject
from app.papers.styles import Profile
from app.papers.wording import Wording, wording
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the list on pages laid on their side; without members a form with empty rows for a pen."""
    page = blocks.landscape(profile.page)
    rows = [_row(place, member, words) for place, member in enumerate(_ordered(year, words), start=1)]
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        page,
        (
            blocks.head(year, subject, words, profile, page),
            *blocks.title(
                words.text("type_name"),
                words.text("subject", cell=year.cell.name, year=str(year.year)),
                profile,
            ),
            blocks.table(words, rows, page),
            blocks.line(words.text("total", **count_texts(year.members)), "body"),
            blocks.signature(year, subject, words.texts("recipients"), profile, page),
        ),
    )


def listed(document: Document) -> tuple[MemberDraft, ...]:
    """Return the members as a finished list states them, whatever has become of them since."""
    table = next(block for block in document.blocks if isinstance(block, Table))
    words = wording("member_list")
    sexes = {words.text("sex_male"): Sex.MALE, words.text("sex_female"): Sex.FEMALE}
    members: list[MemberDraft] = []
    for row in table.rows[table.header_rows :]:
        _, name, sex, born, admitted, official, card, post = (
            "".join(map(plain, cell.paragraphs)) for cell in row
        )
        if name:
            members.append(
                MemberDraft(
                    full_name=name,
                    sex=sexes.get(sex, Sex.UNKNOWN),
                    born_on=born,
                    admitted_on=admitted,
                    official_on=official,
                    card_number=card,
                    post=post,
                )
            )
    return tuple(members)


def _ordered(year: ReviewYear, words: Wording) -> list[Member]:
    order = [{fold(post) for post in posts} for posts in words.values["post_order"]]

    def rank(member: Member) -> int:
        held = {fold(part).strip() for part in member.post.split(",")}
        return next((place for place, posts in enumerate(order) if held & posts), len(order))

    return sorted(year.members, key=lambda member: (rank(member), name_key(member.full_name), member.uid))


def _row(place: int, member: Member, words: Wording) -> list[str]:
    sexes = {Sex.MALE: words.text("sex_male"), Sex.FEMALE: words.text("sex_female"), Sex.UNKNOWN: ""}
    return [
        str(place),
        member.full_name,
        sexes[member.sex],
        show_date(member.born_on),
        show_date(member.admitted_on),
        show_date(member.official_on),
        member.card_number,
        member.post,
    ]
