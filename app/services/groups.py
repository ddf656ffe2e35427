"""Services that share something are made together here, each group over one open database."""

from __future__ import annotations

from dataclasses import dataclass

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.package.port import FileOps
from app.services.access import AccessService
from app.services.backup_memory import BackupMemory
from app.services.backups import BackupService
from app.services.cells import CellService
from app.services.committee_forms import CommitteeFormService
from app.services.data_check import DataCheckService
from app.services.diagnosis import DiagnosisService
from app.services.drafts import DraftService
from app.services.erasure import ErasureService
from app.services.importing import ImportService
from app.services.members import MemberService
from app.services.merging import MergeService
from app.services.packages import PackageService
from app.services.paper_numbers import PaperNumberService
from app.services.papers import PaperService
from app.services.second_places import SecondPlaceService
from app.services.trials import TrialService
from app.services.years import YearService
from app.storage.database import Database


def typing_services(database: Database) -> tuple[AccessService, DraftService]:
    """Return the standing of the data, and the drafts, which wait while nothing can be written."""
    drafts = DraftService(database)
    return AccessService(database, drafts.keep_waiting), drafts


def backup_services(
    database: Database, files: FileOps
) -> tuple[BackupService, SecondPlaceService, TrialService]:
    """Return the backups, their second place and their trial restores, which remember one state."""
    memory = BackupMemory(database.place.folder)
    backups = BackupService(database, memory)
    places = SecondPlaceService(database, memory, backups, files)
    return backups, places, TrialService(database, memory, backups)


def paper_services(
    database: Database, jobs: Jobs, clock: Clock, files: FileOps
) -> tuple[PaperService, PaperNumberService, PackageService]:
    """Return the outgoing papers, where their numbers go on, and the packages that they leave in."""
    papers = PaperService(database, jobs, clock)
    return papers, PaperNumberService(database, clock), PackageService(database, jobs, clock, files)


def form_services(database: Database, jobs: Jobs, clock: Clock) -> CommitteeFormService:
    """Return the forms of the upper committee."""
    return CommitteeFormService(database, jobs, clock)


def member_services(
    database: Database, backups: BackupService, jobs: Jobs, clock: Clock
) -> tuple[MemberService, ImportService]:
    """Return the members, and the import of their list, which is protected by a backup."""
    return MemberService(database, clock), ImportService(database, jobs, clock, backups.before)


@dataclass(frozen=True, slots=True)
class ClearingServices:
    """What takes members out for good, and what makes one entry of two."""

    erasure: ErasureService
    merging: MergeService


def clearing_services(database: Database, backups: BackupService, clock: Clock) -> ClearingServices:
    """Return what clears the list of members up."""
    return ClearingServices(ErasureService(database, clock, backups.before), MergeService(database, clock))


def cell_services(
    database: Database, backups: BackupService, clock: Clock
) -> tuple[CellService, YearService]:
    """Return the cell and its years."""
    return CellService(database), YearService(database, clock, backups.before)


def examining_services(database: Database, clock: Clock) -> tuple[DiagnosisService, DataCheckService]:
    """Return what looks through the data: for a helper, and for contradictions."""
    return DiagnosisService(database, clock), DataCheckService(database)
