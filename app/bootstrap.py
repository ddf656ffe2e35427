"""Composition root: opens the database and hands every service what it needs.

Importing this module is light; what is heavy (SQLModel, pydantic, papers) comes in with the first call, or
with `preload` once the unlock window is painted (decisions.md 4.2).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.common.clock import Clock, SystemClock
from app.common.files import told
from app.common.jobs import Jobs

if TYPE_CHECKING:
    from app.common.changes import Change
    from app.keys.password import Cost
    from app.package.port import FileOps
    from app.practice.plan import PracticePlan
    from app.services.access import AccessService
    from app.services.backups import BackupService
    from app.services.cells import CellService
    from app.services.committee_forms import CommitteeFormService
    from app.services.data_check import DataCheckService
    from app.services.diagnosis import Diagnosis, DiagnosisService
    from app.services.drafts import DraftService
    from app.services.groups import ClearingServices
    from app.services.home import HomeService
    from app.services.importing import ImportService
    from app.services.key_changing import KeyServices
    from app.services.lists import ListServices
    from app.services.members import MemberService
    from app.services.packages import PackageService
    from app.services.paper_numbers import PaperNumberService
    from app.services.papers import PaperService
    from app.services.repeated_texts import RepeatedTextService
    from app.services.restoring import Loss
    from app.services.review import ReviewServices
    from app.services.second_places import SecondPlaceService
    from app.services.trials import TrialService
    from app.services.years import YearService
    from app.storage.backup_sets import BackupSet
    from app.storage.database import Database
    from app.storage.history import History

DATABASE_NAME = "chi-bo.db"
BACKUP_FOLDER = "sao-luu"


@dataclass(frozen=True, slots=True)
class Core:
    """The open cell: one service per subject; `changes` is the list of those who hear of every commit."""

    folder: Path
    access: AccessService
    members: MemberService
    importing: ImportService
    clearing: ClearingServices
    papers: PaperService
    numbers: PaperNumberService
    packages: PackageService
    forms: CommitteeFormService
    cells: CellService
    years: YearService
    review: ReviewServices
    repeated_texts: RepeatedTextService
    home: HomeService
    lists: ListServices
    drafts: DraftService
    history: History
    backups: BackupService
    second_place: SecondPlaceService
    trials: TrialService
    keys: KeyServices
    diagnosis: DiagnosisService
    data_check: DataCheckService
    changes: list[Callable[[Change], None]]
    close: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Seams:
    """What a test or a command gives in place of the laptop's own."""

    clock: Clock
    jobs: Jobs | None = None
    """Where heavy work runs; None is the child process."""
    files: FileOps | None = None
    """The file operations that packages ask for; None are the real ones."""
    cost: Cost | None = None
    """What a new password costs to guess; None is calibrated on this machine."""


LAPTOP = Seams(SystemClock())


def exists(folder: Path) -> bool:
    """Return whether `folder` holds a cell; looks at names only. Raises `EnvironmentFailed`."""
    with told():
        return (folder / DATABASE_NAME).exists()


def preload() -> None:
    """Import what opening a cell needs, so that it is there when the password has been typed."""
    import app.services.home
    import app.services.importing
    import app.services.opening
    import app.services.packages
    import app.services.papers  # noqa: F401  only to have them loaded


def refuse_unfit(folder: Path, seams: Seams = LAPTOP) -> None:
    """Return if data may lie in `folder`; every way to open or make them asks this first.

    Raises `Refused`: L-121 on a stick, L-122 on a network drive, L-123 in a synced folder.
    """
    from app.storage import whereabouts

    whereabouts.refuse_unfit(_files(seams), folder)


def create_cell(
    folder: Path, password: str, cell: Mapping[str, object], year: int, seams: Seams = LAPTOP
) -> tuple[Core, str]:
    """Make the database of a new cell; return it open, with the recovery code to be written down.

    Raises as `app.services.opening.create_cell` does.
    """
    from app.services import opening

    refuse_unfit(folder, seams)
    database, code = opening.create_cell(folder, password, cell, year, seams.clock, seams.cost)
    return core_of(database, seams), code


def unlock(folder: Path, password: str, seams: Seams = LAPTOP, *, accept_loss: bool = False) -> Core:
    """Open the cell in `folder`; raises `EnvironmentFailed` for a wrong password and what does not open.

    `accept_loss` goes on where the last changes are missing (L-203) or cannot be vouched for (L-205).
    """
    from app.services import opening

    refuse_unfit(folder, seams)
    return core_of(opening.unlock(folder, password, seams.clock, accept_loss=accept_loss), seams)


def load_cell(folder: Path, password: str, dumped: str, seams: Seams = LAPTOP) -> tuple[Core, str]:
    """Make the database of the cell whose year was dumped, and load it; return both as `create_cell` does."""
    from app.services import opening
    from app.services.loaded_years import read_year
    from app.services.years import YearService

    refuse_unfit(folder, seams)
    year = read_year(dumped)
    database, code = opening.create_cell(folder, password, year.cell, year.year, seams.clock, seams.cost)
    with opening.all_or_nothing(folder, database.close):
        # No backup before it: there is nothing yet that could be lost.
        YearService(database, seams.clock, lambda _: None).load(dumped, replace=True)
    return core_of(database, seams), code


def recover(folder: Path, code: str, new_password: str, seams: Seams = LAPTOP) -> Core:
    """Open the cell with the recovery code; `new_password` opens it from now on."""
    from app.services import opening

    refuse_unfit(folder, seams)
    return core_of(opening.recover(folder, code, new_password, seams.clock, seams.cost), seams)


def backup_sets(folder: Path) -> list[BackupSet]:
    """Return the backup sets of `folder`, newest first, also where its database does not open."""
    from app.storage import backup_sets

    return backup_sets.sets(folder)


def backup_sets_in(folder: Path) -> list[BackupSet]:
    """Return the backup sets that lie in `folder`, newest first: a stick, a copied data folder, the sets'."""
    from app.storage import backup_sets, second_place

    places = [folder / second_place.FOLDER, backup_sets.folder_of(folder), folder]
    return next((sets for place in places if (sets := backup_sets.sets_in(place))), [])


def restore_loss(folder: Path, chosen: BackupSet, password: str, seams: Seams = LAPTOP) -> Loss:
    """Return what `restore_closed` would take away; raises as it does and changes nothing."""
    from app.services import restoring

    return restoring.loss_closed(folder, chosen, password, seams.clock)


def restore_closed(folder: Path, chosen: BackupSet, password: str, seams: Seams = LAPTOP) -> None:
    """Put a backup set in the place of a database that does not open, which is set aside first.

    Raises as `app.services.restoring.restore_closed` does.
    """
    from app.services import restoring

    refuse_unfit(folder, seams)
    restoring.restore_closed(folder, chosen, password, seams.clock)


def diagnose_closed(folder: Path, seams: Seams = LAPTOP, seat: Sequence[str] = ()) -> Diagnosis:
    """Return the diagnostic file of a folder whose database is not open, or does not open."""
    from app.services import diagnosis

    return diagnosis.diagnosed(folder, seams.clock, seat=seat)


def open_practice(folder: Path, seams: Seams = LAPTOP) -> Core:
    """Open the practice cell of `folder`, which is made where there is none."""
    password = practice_password()
    return (
        unlock(folder, password, seams) if exists(folder) else create_practice_cell(folder, password, seams)
    )


def practice_password() -> str:
    """Return the password of practice data, which is no secret."""
    from app.practice import making

    return making.practice_password()


def create_practice_cell(
    folder: Path, password: str, seams: Seams = LAPTOP, plan: PracticePlan | None = None
) -> Core:
    """Make the practice cell with its whole invented year, and return it open; raises `Invalid`."""
    from app.practice.making import create_practice_cell as create
    from app.practice.plan import plan_for

    refuse_unfit(folder, seams)
    plan = plan or plan_for(seams.clock)
    database = create(folder, password, plan, seams.clock, _jobs(seams), seams.cost)
    return core_of(database, seams)


def all_or_nothing(made: Core) -> AbstractContextManager[None]:
    """Remove the cell just made when the block, which goes on from it, fails."""
    from app.services import opening

    return opening.all_or_nothing(made.folder, made.close)


def core_of(database: Database, seams: Seams = LAPTOP) -> Core:
    """Return the services over an open database."""
    from app.services import groups

    jobs, files = _jobs(seams), _files(seams)
    backups, second_place, trials = groups.backup_services(database, files)
    keys = _keys(database, backups, seams)
    papers, numbers, packages = groups.paper_services(database, jobs, seams.clock, files)
    access, drafts = groups.typing_services(database)
    members, importing = groups.member_services(database, backups, jobs, seams.clock)
    cells, years = groups.cell_services(database, backups, seams.clock)
    review, repeated_texts, home = _looking_over(database, seams.clock, jobs, backups, keys)
    diagnosis, data_check = groups.examining_services(database, seams.clock)
    return Core(
        folder=database.place.folder,
        access=access,
        members=members,
        importing=importing,
        clearing=groups.clearing_services(database, backups, seams.clock),
        papers=papers,
        numbers=numbers,
        packages=packages,
        forms=groups.form_services(database, jobs, seams.clock),
        cells=cells,
        years=years,
        home=home,
        lists=_lists(database, jobs, seams.clock),
        review=review,
        repeated_texts=repeated_texts,
        drafts=drafts,
        history=database.history,
        backups=backups,
        second_place=second_place,
        trials=trials,
        keys=keys,
        diagnosis=diagnosis,
        data_check=data_check,
        changes=database.on_commit,
        close=partial(_close, database, backups),
    )


def _looking_over(
    database: Database, clock: Clock, jobs: Jobs, backups: BackupService, keys: KeyServices
) -> tuple[ReviewServices, RepeatedTextService, HomeService]:
    """Return the review, what compares its texts, and the home page, which tells what the review asks."""
    from app.services.home import HomeService
    from app.services.repeated_texts import RepeatedTextService
    from app.services.review import review_services

    review = review_services(database, clock)
    look_over = review.findings.look_over
    home = HomeService(database, clock, backups.facts, keys.recovery.is_on_paper, look_over)
    return review, RepeatedTextService(database, jobs), home


def _lists(database: Database, jobs: Jobs, clock: Clock) -> ListServices:
    from app.services.list_output import ListOutput
    from app.services.lists import ListServices
    from app.services.manual import ManualService
    from app.services.saved_filters import SavedFilterService

    return ListServices(SavedFilterService(database), ListOutput(database, jobs, clock), ManualService(jobs))


def _keys(database: Database, backups: BackupService, seams: Seams) -> KeyServices:
    from app.services.key_changing import KeyChangeService, KeyServices
    from app.services.passwords import PasswordService
    from app.services.recovery import RecoveryService

    return KeyServices(
        passwords=PasswordService(database, seams.cost),
        recovery=RecoveryService(database, seams.cost),
        changing=KeyChangeService(database, backups, seams.cost),
    )


def _close(database: Database, backups: BackupService) -> None:
    if not database.is_open:
        return
    try:
        backups.make_on_close()
    finally:
        database.close()


def _jobs(seams: Seams) -> Jobs:
    from app.worker.child_jobs import ChildJobs

    return seams.jobs or ChildJobs()


def _files(seams: Seams) -> FileOps:
    from app.package.real_files import real_files

    return seams.files or real_files()
