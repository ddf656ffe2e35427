"""The file-operations port on Windows: write-through, reading past the cache, drive kinds, eject.

What only a real stick can show about it stands in ``packaging/by-hand-windows.md``.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    import mmap
    import msvcrt
    import os
    from collections.abc import Iterator
    from ctypes import wintypes
    from pathlib import Path

    from app.package.port import PIECE_BYTES, OutFile, Volume
    from app.package.port_common import DescriptorFile, LocalFiles

    _GENERIC_READ = 0x80000000
    _GENERIC_WRITE = 0x40000000
    _SHARE_READ, _SHARE_WRITE = 1, 2
    _CREATE_NEW, _OPEN_EXISTING = 1, 3
    _WRITE_THROUGH = 0x80000000
    _NO_BUFFERING = 0x20000000
    _INVALID_HANDLE = ctypes.c_void_p(-1).value
    _DRIVE_REMOVABLE, _DRIVE_FIXED, _DRIVE_REMOTE = 2, 3, 4
    _READ_ONLY_VOLUME = 0x00080000
    _LOCK_VOLUME, _DISMOUNT_VOLUME = 0x00090018, 0x00090020
    _MEDIA_REMOVAL, _EJECT_MEDIA = 0x002D4804, 0x002D4808
    _QUERY_PROPERTY = 0x002D1400
    _BUS_USB = 7
    _INVALID_PARAMETER = 87
    _NAME_LENGTH = 261

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateFileW.restype = wintypes.HANDLE
    _kernel.CreateFileW.argtypes = [
        wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, ctypes.c_void_p,
        wintypes.DWORD, wintypes.DWORD, wintypes.HANDLE,
    ]  # fmt: skip
    _kernel.ReadFile.argtypes = [
        wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD, ctypes.POINTER(wintypes.DWORD), ctypes.c_void_p,
    ]  # fmt: skip
    _kernel.DeviceIoControl.argtypes = [
        wintypes.HANDLE, wintypes.DWORD, ctypes.c_void_p, wintypes.DWORD,
        ctypes.c_void_p, wintypes.DWORD, ctypes.POINTER(wintypes.DWORD), ctypes.c_void_p,
    ]  # fmt: skip
    _kernel.CloseHandle.argtypes = [wintypes.HANDLE]

    class WindowsFiles(LocalFiles):
        """Files through the Win32 calls that Python's `open` does not offer."""

        path_limit = 259

        def create(self, path: Path) -> OutFile:
            """Open a new file with FILE_FLAG_WRITE_THROUGH (reliability.md 2.8)."""
            handle = _open(path, _GENERIC_WRITE, _SHARE_READ, _CREATE_NEW, _WRITE_THROUGH)
            return DescriptorFile(msvcrt.open_osfhandle(handle, os.O_BINARY))

        def pieces(self, path: Path, *, past_cache: bool = False) -> Iterator[bytes]:
            """Yield a file in pieces; `past_cache` reads with FILE_FLAG_NO_BUFFERING where possible."""
            handle = _open_for_reading(path, _NO_BUFFERING if past_cache else 0)
            # Unbuffered reading needs an aligned buffer; anonymous maps begin at a page.
            with mmap.mmap(-1, PIECE_BYTES) as room:
                target = (ctypes.c_char * PIECE_BYTES).from_buffer(room)
                try:
                    while count := _read(handle, target):
                        yield room[:count]
                finally:
                    del target
                    _kernel.CloseHandle(handle)

        def sync_folder(self, folder: Path) -> None:
            """Do nothing: Windows flushes a folder's names with the files (write-through)."""

        def volume(self, path: Path) -> Volume:
            """Return the volume of a folder."""
            return _volume(Path(path.absolute().anchor))

        def drives(self) -> list[Volume]:
            """Return sticks and USB disks by drive letter; the disk of Windows itself is never one."""
            letters = _kernel.GetLogicalDrives()
            roots = [Path(f"{chr(65 + bit)}:\\") for bit in range(26) if letters >> bit & 1]
            return [_volume(root) for root in roots if _is_removable(root) and _is_ready(root)]

        def eject(self, volume: Volume) -> bool:
            """Lock, dismount and eject; another program's open file makes the lock fail, then False."""
            device = f"\\\\.\\{volume.root.drive}"
            try:
                handle = _open(device, _GENERIC_READ, _SHARE_READ | _SHARE_WRITE, _OPEN_EXISTING, 0)
            except OSError:
                return False
            try:
                allow_removal = ctypes.c_byte(0)
                return (
                    _control(handle, _LOCK_VOLUME)
                    and _control(handle, _DISMOUNT_VOLUME)
                    and _control(handle, _MEDIA_REMOVAL, allow_removal)
                    and _control(handle, _EJECT_MEDIA)
                )
            finally:
                _kernel.CloseHandle(handle)

    class _StorageQuery(ctypes.Structure):
        _fields_ = (("property", wintypes.DWORD), ("query", wintypes.DWORD), ("extra", ctypes.c_byte * 4))

    class _StorageDevice(ctypes.Structure):
        # STORAGE_DEVICE_DESCRIPTOR up to the bus type, with room for the strings behind it.
        _fields_ = (
            ("version", wintypes.DWORD),
            ("size", wintypes.DWORD),
            ("kinds", ctypes.c_byte * 4),
            ("offsets", wintypes.DWORD * 4),
            ("bus", wintypes.DWORD),
            ("rest", ctypes.c_byte * 1024),
        )

    def _open(path: Path | str, access: int, sharing: int, disposition: int, flags: int) -> int:
        handle = _kernel.CreateFileW(str(path), access, sharing, None, disposition, flags, None)
        if handle in {None, _INVALID_HANDLE}:
            raise _last_error(path)
        return int(handle)

    def _open_for_reading(path: Path, flags: int) -> int:
        sharing = _SHARE_READ | _SHARE_WRITE
        try:
            return _open(path, _GENERIC_READ, sharing, _OPEN_EXISTING, flags)
        except OSError as error:
            # Some file systems know no unbuffered reading; then the system's copy is all there is.
            if not flags or getattr(error, "winerror", None) != _INVALID_PARAMETER:
                raise
            return _open(path, _GENERIC_READ, sharing, _OPEN_EXISTING, 0)

    def _read(handle: int, target: ctypes.Array[ctypes.c_char]) -> int:
        count = wintypes.DWORD()
        if not _kernel.ReadFile(handle, target, PIECE_BYTES, ctypes.byref(count), None):
            raise _last_error("")
        return count.value

    def _last_error(path: Path | str) -> OSError:
        error = ctypes.WinError(ctypes.get_last_error())
        error.filename = str(path)
        return error

    def _control(handle: int, code: int, argument: ctypes.c_byte | None = None) -> bool:
        returned = wintypes.DWORD()
        given = (ctypes.byref(argument), ctypes.sizeof(argument)) if argument is not None else (None, 0)
        return bool(_kernel.DeviceIoControl(handle, code, *given, None, 0, ctypes.byref(returned), None))

    def _volume(root: Path) -> Volume:
        label = ctypes.create_unicode_buffer(_NAME_LENGTH)
        filesystem = ctypes.create_unicode_buffer(_NAME_LENGTH)
        serial, longest, flags = wintypes.DWORD(), wintypes.DWORD(), wintypes.DWORD()
        asked = _kernel.GetVolumeInformationW(
            str(root), label, _NAME_LENGTH, ctypes.byref(serial), ctypes.byref(longest),
            ctypes.byref(flags), filesystem, _NAME_LENGTH,
        )  # fmt: skip
        if not asked:
            raise _last_error(root)
        free, total = _room(root)
        return Volume(
            root=root,
            serial=f"{serial.value:08X}",
            label=label.value,
            filesystem=filesystem.value,
            total_bytes=total,
            free_bytes=free,
            is_removable=_is_removable(root),
            is_read_only=bool(flags.value & _READ_ONLY_VOLUME),
            is_network=_kernel.GetDriveTypeW(str(root)) == _DRIVE_REMOTE,
        )

    def _room(root: Path) -> tuple[int, int]:
        free, total = ctypes.c_ulonglong(), ctypes.c_ulonglong()
        asked = _kernel.GetDiskFreeSpaceExW(str(root), ctypes.byref(free), ctypes.byref(total), None)
        if not asked:
            raise _last_error(root)
        return free.value, total.value

    def _is_ready(root: Path) -> bool:
        """Return whether a medium is in the drive: an empty card reader has a letter too."""
        return bool(_kernel.GetVolumeInformationW(str(root), None, 0, None, None, None, None, 0))

    def _is_removable(root: Path) -> bool:
        kind = _kernel.GetDriveTypeW(str(root))
        return kind == _DRIVE_REMOVABLE or (kind == _DRIVE_FIXED and _hangs_on_usb(root))

    def _hangs_on_usb(root: Path) -> bool:
        """Return whether the bus is USB: USB disks call themselves fixed (reliability.md 2.8)."""
        try:
            handle = _open(f"\\\\.\\{root.drive}", 0, _SHARE_READ | _SHARE_WRITE, _OPEN_EXISTING, 0)
        except OSError:
            return False
        query, device, returned = _StorageQuery(), _StorageDevice(), wintypes.DWORD()
        try:
            asked = _kernel.DeviceIoControl(
                handle, _QUERY_PROPERTY, ctypes.byref(query), ctypes.sizeof(query),
                ctypes.byref(device), ctypes.sizeof(device), ctypes.byref(returned), None,
            )  # fmt: skip
        finally:
            _kernel.CloseHandle(handle)
        return bool(asked) and device.bus == _BUS_USB
