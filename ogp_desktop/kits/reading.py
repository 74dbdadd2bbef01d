"""Reads a kit from a folder or a `.ogpkit` file and checks all of it; a kit that returns is whole.

Nothing is ever unpacked to disk, and nothing outside the kit is looked at.
"""

import lzma
import re
import stat
import struct
import tomllib
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Any

import msgspec

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.kits.checking import STRUCTURE_FILE, check_structure, check_texts, text_file
from ogp_desktop.kits.errors import KitFault, KitRefused
from ogp_desktop.kits.model import SCHEMA, Kit, KitStructure
from ogp_desktop.kits.texts import flat

SIZE_LIMIT = 20 * 1024 * 1024
"""The most bytes that a kit may hold once unpacked."""

_TEXT_FILE = re.compile(r"text\.([A-Za-z0-9-]+)\.toml")
_IMAGE_FILE = re.compile(r"images/[A-Za-z0-9_-]+\.(png|jpg|jpeg|webp)")
_SIGNATURES = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".webp": b"RIFF",
}
_CHUNK = 64 * 1024
# What a damaged zip, one with a password or one packed in an unknown way makes Python raise. The
# bytes are in memory by then, so that an OSError comes from what they say, not from the disk.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def read_kit(path: Path) -> Kit:
    """Return the kit at a path (folder or zip).

    Raises ``KitRefused`` for the first fault found, and ``Trouble`` when the disk does not answer.
    """
    try:
        files = _from_folder(path) if path.is_dir() else _from_zip(path)
    except FileNotFoundError as error:
        raise KitRefused(KitFault.NOT_FOUND, file=path.name) from error
    except OSError as error:
        raise Trouble("kit_unreadable", errno=error.errno) from error
    return kit_from_files(files)


def kit_from_files(files: Mapping[str, bytes]) -> Kit:
    """Return the kit made of these files by name; names that no kit knows are left aside."""
    structure = _structure(_toml(files, STRUCTURE_FILE))
    check_structure(structure)
    for name in files:
        found = _TEXT_FILE.fullmatch(name)
        if found and found[1] not in structure.languages:
            raise KitRefused(
                KitFault.UNKNOWN_ID, file=STRUCTURE_FILE, field="languages", detail=found[1]
            )
    texts = {
        language: dict(_trimmed(_toml(files, text_file(language))))
        for language in structure.languages
    }
    images = {name: body for name, body in files.items() if _IMAGE_FILE.fullmatch(name)}
    for name, body in images.items():
        if not body.startswith(_SIGNATURES[PurePosixPath(name).suffix]):
            raise KitRefused(KitFault.UNKNOWN_IMAGE, file=name)
    check_texts(structure, texts, images)
    return Kit(**msgspec.structs.asdict(structure), texts=texts, images=images)


def _structure(tables: dict[str, Any]) -> KitStructure:
    schema = tables.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        raise KitRefused(
            KitFault.NEWER_SCHEMA, file=STRUCTURE_FILE, field="schema", detail=str(SCHEMA)
        )
    try:
        return msgspec.convert(tables, KitStructure)
    except msgspec.ValidationError as error:
        raise _refusal(str(error)) from error


_FIELD_FAULT = re.compile(r"Object (contains unknown|missing required) field `([^`]*)`")
_PATH = re.compile(r"^(.*?)(?: - at `\$\.?(.*)`)?$", re.DOTALL)


def _refusal(message: str) -> KitRefused:
    """Turn msgspec's message into data: it always ends with the path of the fault."""
    parts = _PATH.match(message)
    what, path = (parts[1], parts[2] or "") if parts else (message, "")
    found = _FIELD_FAULT.match(what)
    if not found:
        return KitRefused(KitFault.WRONG_VALUE, file=STRUCTURE_FILE, field=path, detail=what)
    is_unknown = found[1] == "contains unknown"
    fault = KitFault.UNKNOWN_FIELD if is_unknown else KitFault.MISSING_FIELD
    field = f"{path}.{found[2]}" if path else found[2]
    return KitRefused(fault, file=STRUCTURE_FILE, field=field)


def _toml(files: Mapping[str, bytes], name: str) -> dict[str, Any]:
    if name not in files:
        raise KitRefused(KitFault.MISSING_FILE, file=name)
    try:
        # Some editors put a byte order mark before the first letter.
        return tomllib.loads(files[name].decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise KitRefused(KitFault.NOT_UTF8, file=name, detail=str(error.start)) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise KitRefused(KitFault.NOT_TOML, file=name, detail=str(error)) from error


def _trimmed(tables: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, text in flat(tables):
        yield key, text.strip() if isinstance(text, str) else text


def _from_folder(folder: Path) -> dict[str, bytes]:
    found = [folder / STRUCTURE_FILE, *folder.glob("text.*.toml"), *folder.glob("images/*")]
    room = SIZE_LIMIT
    files: dict[str, bytes] = {}
    for path in found:
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or path.parent.is_symlink():
            raise KitRefused(KitFault.UNSAFE_PATH, file=name)
        if path.is_file():
            with path.open("rb") as stream:
                files[name] = _read(stream, room, name)
            room -= len(files[name])
    return files


def _from_zip(path: Path) -> dict[str, bytes]:
    with path.open("rb") as stream:
        packed = BytesIO(_read(stream, SIZE_LIMIT, path.name))
    try:
        with zipfile.ZipFile(packed) as archive:
            return _without_top_folder(_unpacked(archive))
    except _DAMAGE as error:
        detail = type(error).__name__
        raise KitRefused(KitFault.NOT_A_KIT, file=path.name, detail=detail) from error


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    room = SIZE_LIMIT
    files: dict[str, bytes] = {}
    for entry in archive.infolist():
        name = entry.orig_filename
        if _leaves(name) or stat.S_ISLNK(entry.external_attr >> 16):
            raise KitRefused(KitFault.UNSAFE_PATH, file=name)
        if entry.is_dir():
            continue
        if name in files:
            raise KitRefused(KitFault.DUPLICATE_FILE, file=name)
        if entry.file_size > room:
            raise _too_large(name)
        # A header may lie, so the bytes are counted as they come.
        with archive.open(entry) as stream:
            files[name] = _read(stream, room, name)
        room -= len(files[name])
    return files


def _leaves(name: str) -> bool:
    """Tell whether a path in a zip could mean a place outside it on any system."""
    parts = name.split("/")
    return "\\" in name or "\0" in name or ":" in name or name.startswith("/") or ".." in parts


def _without_top_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    """Accept a zip of the kit's folder as well as one of its files."""
    tops = [name for name in files if name.count("/") == 1 and name.endswith(f"/{STRUCTURE_FILE}")]
    if STRUCTURE_FILE in files or len(tops) != 1:
        return files
    top = tops[0].removesuffix(STRUCTURE_FILE)
    return {name.removeprefix(top): body for name, body in files.items() if name.startswith(top)}


def _read(stream: IO[bytes], room: int, name: str) -> bytes:
    body = bytearray()
    while chunk := stream.read(_CHUNK):
        body += chunk
        if len(body) > room:
            raise _too_large(name)
    return bytes(body)


def _too_large(name: str) -> KitRefused:
    return KitRefused(KitFault.TOO_LARGE, file=name, detail=str(SIZE_LIMIT))
