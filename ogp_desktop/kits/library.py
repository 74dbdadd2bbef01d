"""The kits at hand: those of the program, and those somebody added, whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.kits.bytes import kit_bytes, kit_from_bytes
from ogp_desktop.kits.checking import STRUCTURE_FILE
from ogp_desktop.kits.errors import KitFault, KitRefused
from ogp_desktop.kits.model import Kit
from ogp_desktop.kits.reading import read_kit

_SUFFIX = ".kit.json"


class KitLibrary:
    """Built-in kits are folders, read only; an installed kit is one file of its canonical bytes."""

    def __init__(self, built_in: Path, installed: Path) -> None:
        self._built_in = built_in
        self._installed = installed
        self._known: tuple[Kit, ...] | None = None
        self._built_in_ids: tuple[str, ...] = ()
        self.damaged: tuple[str, ...] = ()
        """Names of installed files that could not be read; they are left where they are."""

    def kits(self) -> tuple[Kit, ...]:
        """Return every kit in its newest version, ordered by id."""
        newest: dict[str, Kit] = {}
        for kit in self._all():
            if kit.id not in newest or kit.newness > newest[kit.id].newness:
                newest[kit.id] = kit
        return tuple(newest[kit_id] for kit_id in sorted(newest))

    def newest(self, kit_id: str) -> Kit:
        """Return the newest version of a kit; ``KitRefused(NOT_FOUND)`` when there is none."""
        for kit in self.kits():
            if kit.id == kit_id:
                return kit
        raise KitRefused(KitFault.NOT_FOUND, file=kit_id)

    def first_built_in(self) -> Kit:
        """Return the first kit by id of those that came with the program, in its newest version."""
        self._all()
        return self.newest(self._built_in_ids[0])

    def install(self, path: Path) -> Kit:
        """Add the kit at a path; the same kit twice is one kit.

        Raises ``KitRefused`` when it is not whole, or when another kit has this id and version;
        ``Trouble`` when it cannot be written. The library then is what it was before.
        """
        kit = read_kit(path)
        for known in self._all():
            if (known.id, known.version) == (kit.id, kit.version):
                if known.digest == kit.digest:
                    return known
                raise KitRefused(
                    KitFault.VERSION_TAKEN,
                    file=STRUCTURE_FILE,
                    field="version",
                    detail=kit.version,
                )
        try:
            self._write(kit)
        except OSError as error:
            raise Trouble("kit_not_saved", errno=error.errno) from error
        self._known = None
        return kit

    def _write(self, kit: Kit) -> None:
        """Write beside the goal and rename: a reader sees the whole file or none."""
        self._installed.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._installed, delete=False) as file:
            try:
                file.write(kit_bytes(kit))
                file.flush()
                os.fsync(file.fileno())
                file.close()
                Path(file.name).replace(self._installed / f"{kit.id}-{kit.version}{_SUFFIX}")
            finally:
                Path(file.name).unlink(missing_ok=True)

    def _all(self) -> tuple[Kit, ...]:
        if self._known is None:
            built_in = [
                read_kit(file.parent) for file in self._built_in.glob(f"*/{STRUCTURE_FILE}")
            ]
            self._built_in_ids = tuple(sorted(kit.id for kit in built_in))
            self._known = (*built_in, *self._read_installed())
        return self._known

    def _read_installed(self) -> Iterator[Kit]:
        self.damaged = ()
        for file in sorted(self._installed.glob(f"*{_SUFFIX}")):
            try:
                yield kit_from_bytes(file.read_bytes())
            except (KitRefused, OSError):
                self.damaged += (file.name,)
