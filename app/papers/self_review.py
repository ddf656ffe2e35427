"""Bản kiểm điểm cá nhân: the form of the year's rules, from what the member wrote and what is known of him.

2017: the headings of practice (regime-2014-2017.md 10.4); 366: Mẫu 2A, 2B, 2C (regimes-2018-2026.md 7.2). One
on paper prints its facts, the level and dotted lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.posts import PostKind, posts_on
from app.domain.self_reviews import SelfReview
from app.domain.types import show_date
from app.papers import blocks, prose, signatures
from app.papers.carried import Writer
from app.papers.content import Block, Document, PageSetup
from app.papers.form_sections import sections
from app.papers.kind import Subject
from app.papers.review import Review, review_of
from app.papers.styles import Profile
from app.papers.wording import Wording
from app.rules.ruleset import Form
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the self-review of the paper's member; without one a blank form of a member."""
    review = review_of(year, subject.day, words.tone)
    target = subject.paper.target if subject.paper else ""
    form, own = review.form(target), review.outlook.self_reviews.get(target)
    sheet = signatures.Sheet(profile, profile.page)
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        profile.page,
        (
            blocks.head(year, subject, words, profile, profile.page),
            *form_number(form),
            *blocks.title(words.text("type_name"), words.text("subject", year=str(year.year)), profile),
            *(prose.fact(label, value) for label, value in facts(review, target, words).items()),
            *_sections(review, target, own, form, sheet),
            *_foot(review, target, subject, words, sheet),
        ),
    )


def form_number(form: Form | None) -> Sequence[Block]:
    """Return the line that says which form it is, if the form has a number."""
    return (blocks.line(form.number, "form_number"),) if form and form.number else ()


def facts(review: Review, target: str, words: Wording) -> dict[str, str]:
    """Return label and value of the lines at the head; who holds no post has no line for one."""
    person = review.people.get(target)
    posts = posts_on(person.posts, review.day) if person else ()
    in_party = [one for one in posts if one.kind is not PostKind.NONE]
    named = {
        "name": person.member.full_name if person else "",
        "born_on": show_date(person.member.born_on) if person else "",
        "party_post": review.post(target) if in_party else "",
        "other_post": ", ".join(one.title for one in posts if one.kind is PostKind.NONE),
        "workplace": "",
        "cell": review.year.cell.name,
    }
    # A blank form has them all.
    shown = {key for key, value in named.items() if value or person is None} | {"born_on", "workplace"}
    return {words.named("facts", key): value for key, value in named.items() if key in shown}


def _sections(
    review: Review, target: str, own: SelfReview | None, form: Form | None, sheet: signatures.Sheet
) -> Iterator[Block]:
    if form is None:
        return
    writer = writer_of(review, target, sheet.page)
    yield from sections(form, writer, own.uid if own else "", is_leader=is_leader(review, target))


def writer_of(review: Review, target: str, page: PageSetup) -> Writer:
    """Return the member as the writer of the form, with the level he gives himself."""
    own = review.outlook.self_reviews.get(target)
    level, reason = (own.self_level, own.self_sub_reason) if own else ("", "")
    return Writer(review, target, own.round_number if own else 1, level, reason, page)


def is_leader(review: Review, target: str) -> bool:
    """Return whether the sections of leaders are his too; a blank form has them."""
    settled = review.outlook.roster.population.get(target)
    return settled is None or settled.is_leader


def _foot(
    review: Review, target: str, subject: Subject, words: Wording, sheet: signatures.Sheet
) -> Iterator[Block]:
    """The member signs; below it, where the form of the period has it, what the cell concluded."""
    name = review.name(target)
    below = signatures.Below(words.text("signs"), hint=words.text("hint"), name=name)
    if not words.values["has_conclusion"]:
        yield signatures.own(below, sheet, signatures.recipients_of(subject, words, review.year))
        return
    yield signatures.own(below, sheet)
    turns = [one for one in review.year.review_turns if one.target == target and one.conclusion]
    level = next((one.level for one in review.year.proposed_levels if one.target == target), "")
    yield prose.heading(words.text("conclusion"))
    yield from prose.written(turns[-1].conclusion if turns else "")
    yield prose.fact(words.text("proposed"), review.level(level))
    yield signatures.issued(review.year, subject, words, sheet)
    yield prose.fact(words.text("upper"), "", lines=2)
