"""Where data may lie: on a disk of this computer, never on a stick, a network drive or in a synced folder.

A stick is pulled in the middle of a write and FAT keeps no journal; a network drive answers late and locks
badly; a synced folder hands the file to a second program that copies it half written (reliability.md A17).
There is no override: the second place is what sticks and other folders are for.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.errors import Refused
from app.package.port import FileOps, Volume

_OF_STICKS = {"vfat", "msdos", "fat", "fat12", "fat16", "fat32", "exfat", "umsdos"}
_OF_NETWORKS = {
    "9pnet", "afs", "ceph", "cifs", "coda", "davfs", "fuse.curlftpfs", "fuse.davfs", "fuse.gvfsd-fuse",
    "fuse.glusterfs", "fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.rclone", "fuse.s3fs",
    "fuse.sshfs", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb3", "smbfs",
}  # fmt: skip
_SYNCED_BY_NAME = {
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "dropbox": "Dropbox",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "box sync": "Box",
    "mega": "MEGA",
    "megasync": "MEGA",
    "pcloud drive": "pCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "yandex.disk": "Yandex.Disk",
    "yandexdisk": "Yandex.Disk",
    "syncthing": "Syncthing",
}
"""Names of folders that these services make; OneDrive and Dropbox put the firm's name behind theirs."""
_WITH_A_NAME_BEHIND = ("onedrive - ", "dropbox (")
_SYNCED_BY_MARK = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".megaignore": "MEGA",
}
"""Files by which a service knows its folder, whatever that is called."""
_SYNCED_BY_VARIABLE = {
    "OneDrive": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "DROPBOX_PATH": "Dropbox",
}


def refuse_unfit(files: FileOps, folder: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Return if data may lie in `folder`, which need not be there yet.

    Raises `Refused`: L-121 on a stick or card, L-122 on a network drive, L-123 in a folder that `service`
    copies to other machines.
    """
    for path in {folder.absolute(), folder.resolve()}:
        service = _service_of(path, environment)
        if service:
            raise Refused("L-123", service=service)
    # What cannot be asked is no reason to refuse: opening the data says what is wrong with the disk.
    with contextlib.suppress(OSError):
        _refuse_volume(files.volume(_nearest(files, folder.absolute())))


def _refuse_volume(volume: Volume) -> None:
    filesystem = volume.filesystem.casefold()
    if volume.is_network or filesystem in _OF_NETWORKS:
        raise Refused("L-122")
    if volume.is_removable or filesystem in _OF_STICKS:
        raise Refused("L-121")


def _nearest(files: FileOps, folder: Path) -> Path:
    """Return the folder, or the nearest above it that is there."""
    return next((one for one in (folder, *folder.parents) if files.exists(one)), folder)


def _service_of(folder: Path, environment: Mapping[str, str]) -> str:
    for variable, service in _SYNCED_BY_VARIABLE.items():
        root = environment.get(variable, "")
        if root and folder.is_relative_to(Path(root)):
            return service
    return next(filter(None, (_service_at(one) for one in _upwards(folder))), "")


def _service_at(folder: Path) -> str:
    name = folder.name.casefold()
    for beginning in _WITH_A_NAME_BEHIND:
        if name.startswith(beginning):
            name = beginning.rstrip(" -(")
    if name in _SYNCED_BY_NAME:
        return _SYNCED_BY_NAME[name]
    return next((service for mark, service in _SYNCED_BY_MARK.items() if os.path.lexists(folder / mark)), "")


def _upwards(folder: Path) -> Iterator[Path]:
    # The root of a disk is nobody's synced folder.
    return (one for one in (folder, *folder.parents) if one != one.parent)
