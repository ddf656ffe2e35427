"""A whole package closed with a password: one file with its sum, its signature and the text for people.

Everything is made in memory from the open package; nothing of it reaches a disk unencrypted (G29). Each
closing takes new random bytes, so an interrupted writing begins anew instead of going on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Protocol

from app.common import release_files
from app.common.jobs import Jobs
from app.common.progress import Progress
from app.domain.handing_in import HandedInAs
from app.package import bag, bundle, failures, names, plan, sign
from app.package.plan import Package, PlannedFile

SUM_ENDING, SIGNATURE_ENDING = ".sha256", ".minisig"
ENDINGS = {HandedInAs.ENCRYPTED_7Z: ".7z", HandedInAs.PROTECTED_PDF: ".pdf"}
SEAL_JOB, OPEN_JOB = "close_package", "open_package"


@dataclass(frozen=True, slots=True)
class Closing:
    """In which form a package is closed and with which password."""

    form: HandedInAs
    password: str


class Opener(Protocol):
    """Opens the closed file of a package."""

    def __call__(self, form: HandedInAs, data: bytes) -> list[tuple[str, bytes]]:
        """Return what is in it; raises `Refused` L-425 without a password, L-426 with a wrong one."""


def close(package: Package, closing: Closing, seed: bytes, jobs: Jobs, progress: Progress) -> Package:
    """Return `package` as one closed file with what belongs beside it; signed with `seed`."""
    name = package.folder_name + ENDINGS[closing.form]
    wish = json.dumps([closing.form.value, closing.password, package.folder_name]).encode()
    parts = [("", wish), *((file.path, file.data) for file in package.files)]
    data = jobs.run(SEAL_JOB, bundle.pack(parts), progress)
    sealed = PlannedFile(name, data)
    read_me = PlannedFile(plan.READ_ME, _read_me(package, name, closing.form))
    sums = PlannedFile(name + SUM_ENDING, bag.manifest({name: sealed.sha256, read_me.path: read_me.sha256}))
    comment = f"package:{package.package_id} file:{name} hashed"
    signature = PlannedFile(name + SIGNATURE_ENDING, sign.sign(data, seed, comment))
    return Package(
        package_id=package.package_id,
        folder_name=package.folder_name,
        files=(read_me, sealed, sums, signature),
        listed_sha256=package.manifest_sha256,
        last_begins=sums.path,
    )


def opener(password: str, jobs: Jobs, progress: Progress) -> Opener:
    """Return what opens closed files with `password`, in the child process; empty is none."""

    def opened(form: HandedInAs, data: bytes) -> list[tuple[str, bytes]]:
        if not password:
            raise failures.needs_password()
        wish = json.dumps([form.value, password]).encode()
        return bundle.unpack(jobs.run(OPEN_JOB, bundle.pack([("", wish), ("", data)]), progress))

    return opened


def _read_me(package: Package, name: str, form: HandedInAs) -> bytes:
    """Return the plain text beside the closed file: how it opens, and no word of whose it is."""
    text = release_files.read_text("package", f"doc-truoc-{ENDINGS[form].removeprefix('.')}.txt")
    filled = text.format(name=name, package_id=names.short_id(package.package_id))
    return ("\ufeff" + filled.replace("\n", "\r\n")).encode()


def own_paths(folder_name: str) -> tuple[str, ...]:
    """Return every path that a closed package of this name may have, in whichever form."""
    closed = [folder_name + ending for ending in ENDINGS.values()]
    return (plan.READ_ME, *(name + more for name in closed for more in ("", SUM_ENDING, SIGNATURE_ENDING)))


def form_of(file_name: str) -> HandedInAs | None:
    """Return the form whose closed file bears this name, by the name alone."""
    for form, ending in ENDINGS.items():
        if file_name.endswith(ending) and names.is_package_folder(file_name.removesuffix(ending)):
            return form
    return None
