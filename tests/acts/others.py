"""Acts beside the review: what takes away, what ends a year and opens the next, what is about the cell."""

from __future__ import annotations

from typing import Any

from app.domain.ballots import Ballot
from app.domain.commitments import AssignedTask, Commitment, CommitmentItem, ProgrammeItem
from app.domain.conferences import DefectTag, Guest, Opinion
from app.domain.cycles import LegalBasis
from app.domain.dossier_notes import DossierNote
from app.domain.given_forms import FormKind
from app.domain.incoming_papers import IncomingPaper
from app.domain.levels import PastLevel, ProposedLevel, RecognisedLevel, RewardProposal
from app.domain.outside_opinions import OutsideOpinion, OutsideRating
from app.domain.remediation import RemediationItem
from app.domain.scores import ScoreSheet
from app.domain.self_reviews import EarlierShortcoming, SelfReview
from app.domain.shortcomings import Responsibility, Shortcoming
from app.domain.suggestions import GateOverride, SuggestionLetter
from app.domain.types import Record
from app.services.corrections import REMOVED
from tests.acts.stage import LIST_OF, YEAR, Act, Stage
from tests.acts.table import TEXT
from tests.papers.committee import samples
from tests.papers.word_taking.hands import with_object

_SELF_ADMITTED = {"origin": "self_admitted", "text": TEXT, "target": "collective", "round_number": 2}


def _taken(service: str, method: str, kind: type[Record]) -> Act:
    """Return the act by which the last record of a kind goes."""

    def act(stage: Stage, _values: dict[str, Any]) -> None:
        getattr(getattr(stage.review, service), method)(stage.there[LIST_OF[kind]])

    return Act(f"{service}.{method}", LIST_OF[kind], {}, act)


TAKING: tuple[Act, ...] = (
    _taken("cycles", "remove_basis", LegalBasis),
    _taken("suggestions", "remove_override", GateOverride),
    _taken("suggestions", "remove_letter", SuggestionLetter),
    _taken("commitments", "remove_item", CommitmentItem),
    _taken("commitments", "remove", Commitment),
    _taken("programme", "remove_item", ProgrammeItem),
    _taken("tasks", "remove", AssignedTask),
    _taken("self_reviews", "remove", SelfReview),
    _taken("shortcomings", "unblame", Responsibility),
    _taken("shortcomings", "remove", Shortcoming),
    _taken("shortcomings", "remove_earlier", EarlierShortcoming),
    _taken("outside", "remove", OutsideOpinion),
    _taken("outside", "remove_rating", OutsideRating),
    _taken("conferences", "remove_guest", Guest),
    _taken("conferences", "untag", DefectTag),
    _taken("turns", "remove_opinion", Opinion),
    _taken("ballots", "remove", Ballot),
    _taken("scores", "remove", ScoreSheet),
    _taken("levels", "take_back", ProposedLevel),
    _taken("levels", "remove_recognised", RecognisedLevel),
    _taken("levels", "remove_past", PastLevel),
    _taken("levels", "remove_reward", RewardProposal),
    _taken("remediation", "remove", RemediationItem),
    _taken("incoming_papers", "remove", IncomingPaper),
    _taken("dossier_notes", "remove", DossierNote),
    Act(
        "findings.take_back",
        "finding_answers",
        {},
        lambda s, _: s.review.findings.take_back([s.there["finding_answers"]]),
    ),
    *(_taken("corrections", "remove", kind) for kind in REMOVED),
)
"""Acts that take the last record of a kind away."""


def _closed(stage: Stage, _values: dict[str, Any]) -> Any:
    return stage.review.rounds.close(stage.there["rounds"])


def _finished(stage: Stage, _values: dict[str, Any]) -> Any:
    return stage.review.cycles.finish(stage.review.cycles.get(YEAR))


def _opened(stage: Stage, _values: dict[str, Any]) -> list[Any]:
    earlier = next(one for one in stage.review.whole(YEAR).shortcomings if one.counts)
    item = stage.there["remediation_items"]
    stage.there |= {"carried_shortcoming": earlier, "carried_item": item}
    stage.review.next_years.open_after(YEAR)
    new = stage.review.whole(YEAR + 1)
    return [
        next(one for one in new.earlier_shortcomings if one.carried_from == earlier.uid),
        next(one for one in new.remediation_items if one.carried_from == item.uid),
    ]


def _graded(stage: Stage, values: dict[str, Any]) -> Any:
    """Grade a member by the rules of the next year, which grade where those of 2017 give points."""
    items = {values["item"]: {"grade": values["grade"]}}
    stage.review.scores.put(YEAR + 1, stage.uid("A"), "self", {}, items)
    return stage.review.whole(YEAR + 1).score_items[0]


ENDING: tuple[Act, ...] = (
    Act("rounds.close", "rounds", {"closed_on": "2017-12-06"}, _closed),
    Act("cycles.finish", "cycles", {"finished_on": "2017-12-06"}, _finished),
    Act(
        "next_years.open_after",
        "earlier_shortcomings",
        {"carried_from": "@carried_shortcoming", "from_year": 2017},
        _opened,
        year=YEAR + 1,
        also={"remediation_items": {"carried_from": "@carried_item"}},
    ),
    Act("scores.put", "score_items", {"item": "ideology", "grade": "grade_good"}, _graded, year=YEAR + 1),
)

_PERSON = {
    "full_name": "Đặng Thị Đủ",
    "sex": "female",
    "born_on": "1970-02",
    "admission_decided_on": "1995-01-15",
    "admitted_on": "1995-02-03",
    "official_on": "1996-02-03",
    "card_number": "000000000009",
    "political_theory": "intermediate",
    "review_category": "staff",
    "fee_category": "insured",
    "phone": "000 000 009",
    "residence_cell": "Chi ủy thôn Bịa",
    "residence_contact": TEXT,
    "note": TEXT,
}
_POST = {"kind": "committee_member", "title": TEXT, "started_on": "2015-06", "ended_on": "2017-08"}
_STANDING = {
    "kind": "exempt",
    "started_on": "2016-02",
    "ended_on": "2016-08",
    "place": "Thôn Bịa",
    "reason": "treatment",
    "decision_number": "08-QĐ/ĐU",
    "decided_on": "2016-01-30",
}
_REWARD = {"what": "Giấy khen", "decision_number": "07-QĐ/ĐU", "decided_on": "2016-02-03"}
_DISCIPLINE = {"form": "warning", "decision_number": "02-QĐ/ĐU", "decided_on": "2011-03"}


def _person(stage: Stage, values: dict[str, Any]) -> list[Any]:
    lists = {"posts": _POST, "standings": _STANDING, "rewards": _REWARD, "disciplines": _DISCIPLINE}
    member = stage.core.members.add({**values, **{name: [one] for name, one in lists.items()}})
    person = stage.core.members.person(member.uid)
    stage.there["member"] = member
    return [member, *person.posts, *person.standings, *person.rewards, *person.disciplines]


def _issued(stage: Stage, _values: dict[str, Any]) -> Any:
    return stage.core.papers.issue(stage.there["papers"].uid)


def _taken_in(stage: Stage, values: dict[str, Any]) -> Any:
    path = stage.core.folder.parent / f"{values['name']}.docx"
    path.write_bytes(samples.minutes_form())
    own = {name: values[name] for name in ("sender", "received_on")}
    return stage.core.forms.take_in(values["kind"], YEAR, stage.core.forms.look(path), own)


def _form_used(stage: Stage, _values: dict[str, Any]) -> Any:
    return stage.core.forms.use(stage.there["committee_forms"].uid)


def _given(stage: Stage, values: dict[str, Any]) -> Any:
    folder = stage.core.folder.parent / "mau"
    stage.core.papers.forms.give(FormKind(values["form"]), YEAR, [values["member_uid"]], folder)
    return stage.review.whole(YEAR).given_forms[0]


def _taken_back(stage: Stage, values: dict[str, Any]) -> Any:
    paper, papers = stage.there["papers"], stage.core.papers
    (word, pdf) = papers.write(paper.uid, stage.core.folder.parent / "van-ban")
    edited = word.with_name(values["file_name"])
    edited.write_bytes(with_object(word.read_bytes()))
    stage.there["edited_pdf"] = pdf
    return papers.word.take(papers.word.look(paper.uid, edited))


def _pdf_taken(stage: Stage, _values: dict[str, Any]) -> Any:
    word = stage.core.papers.word
    return word.take_pdf(word.look_pdf(stage.there["word_editions"], stage.there["edited_pdf"]))


def _handed_in(stage: Stage, _values: dict[str, Any]) -> Any:
    stick = stage.core.folder.parent / "USB"
    stick.mkdir(exist_ok=True)
    return stage.core.packages.write(YEAR, stick)


OF_THE_CELL: tuple[Act, ...] = (
    Act(
        "members.add",
        "members",
        _PERSON,
        _person,
        also={
            "posts": {**_POST, "member_uid": "@member"},
            "standings": {**_STANDING, "member_uid": "@member"},
            "rewards": {**_REWARD, "member_uid": "@member"},
            "disciplines": {**_DISCIPLINE, "member_uid": "@member"},
        },
    ),
    Act(
        "papers.add",
        "papers",
        {"kind": "self_review", "target": "@A", "copies": 3},
        lambda s, v: s.core.papers.add(v["kind"], YEAR, v),
    ),
    Act(
        "papers.add",
        "papers",
        {"kind": "collective_report", "target": "collective", "about": "@collective_reports"},
        lambda s, v: s.core.papers.add(v["kind"], YEAR, v),
    ),
    Act(
        "papers.add",
        "papers",
        {
            "kind": "submission",
            "dated_on": "2017-12-05",
            "subject_line": TEXT,
            "addressee": "Đảng ủy xã Bịa",
            "body": TEXT,
            "recipients": TEXT,
            "signer": "deputy_secretary",
            "signer_name": "Trần Thị Thử",
        },
        lambda s, v: s.core.papers.add(v["kind"], YEAR, v),
    ),
    Act(
        "forms.take_in",
        "committee_forms",
        {
            "kind": "submission",
            "version": 1,
            "name": "Mẫu bịa",
            "format": "docx",
            "sender": TEXT,
            "received_on": "2017-11-30",
        },
        _taken_in,
    ),
    Act("forms.use", "committee_forms", {"in_use": True}, _form_used),
    Act("papers.issue", "papers", {"number": 1, "type_code": "TTr", "symbol": "CB"}, _issued),
    Act(
        "papers.renew",
        "papers",
        {"kind": "submission"},
        lambda s, _v: s.core.papers.renew(s.there["papers"].uid),
    ),
    Act(
        "papers.word.take",
        "word_editions",
        {"paper": "@papers", "file_name": "ban-da-sua.docx", "is_whole": False},
        _taken_back,
    ),
    Act("papers.word.take_pdf", "word_editions", {}, _pdf_taken),
    Act("packages.write", "submissions", {"state": "written"}, _handed_in),
    Act(
        "papers.forms.give",
        "given_forms",
        {"member_uid": "@A", "form": "commitment", "given_on": "2017-12-06"},
        _given,
    ),
)
"""What the year's dump holds beside the review."""

MADE_BY_THE_PROGRAM = {
    "papers": {"issued_at", "issued_content", "replaces"},
    "committee_forms": {"marks", "taken_at"},
    "form_files": {"year", "form", "content"},
    "issued_files": {"year", "paper", "form_name", "form_version", "format", "content"},
    "word_editions": {"taken_on", "word", "pdf"},
    "submissions": {"package_id", "folder_name", "volume", "manifest_sha256", "file_count", "started_at",
                    "written_at"},
}  # fmt: skip
"""Fields that an act fills with what nobody can say beforehand: moments, hashes, names with a random part."""
MAKERS = {
    "papers": "papers.issue",
    "word_editions": "papers.word.take_pdf",
    "submissions": "packages.write",
}
