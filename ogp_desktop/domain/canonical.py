"""One value has exactly one sequence of bytes: JSON with sorted keys, no spaces, NFC, UTF-8.

Reading back is strict: what is unknown, missing, doubled or of another type is refused with its
path.
"""

import json
import re
import types
import typing
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, cast

from ogp_desktop.domain.errors import Refusal

T = TypeVar("T")

# Everything outside the Char production of XML 1.0, and the line ends its readers rewrite.
_ILLEGAL_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BEYOND = 2**53
_TOO_LONG = 20
_LINE_END = re.compile("\r\n?")


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of the bytes as 64 lower-case hexadecimal digits."""
    return sha256(data).hexdigest()


def clean(text: str) -> str:
    """Return the text as it can travel: legal in XML 1.0, line ends as one line feed, NFC."""
    return unicodedata.normalize("NFC", _ILLEGAL_IN_XML.sub("", _LINE_END.sub("\n", text)))


def canonical_json(value: object) -> bytes:
    """Return the one canonical encoding of a dataclass, or of plain JSON values."""
    return json.dumps(
        _plain(value), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    ).encode()


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def strict_json(data: bytes) -> object:
    """Parse JSON; raise ``Refusal("not_json")`` also for doubled keys, NaN and endless depth.

    Whole numbers that not every program can hold exactly (RFC 7493, 2.2) are refused as well.
    """
    try:
        return json.loads(
            data.decode(),
            object_pairs_hook=_no_doubles,
            parse_constant=_no_constants,
            parse_int=_exact,
        )
    except (ValueError, RecursionError) as error:
        raise Refusal("not_json") from error


def _no_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("doubled key")
    return found


def _exact(digits: str) -> int:
    number = int(digits) if len(digits) < _TOO_LONG else _BEYOND
    if abs(number) >= _BEYOND:
        raise ValueError("too large a number")
    return number


def _no_constants(name: str) -> object:
    raise ValueError(name)


def aware_time(text: str, *, field: str) -> datetime:
    """Return ISO text as an aware time; raise ``Refusal("wrong_type")`` when it is not one."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise Refusal("wrong_type", field=field) from error
    if read.tzinfo is None:
        raise Refusal("wrong_type", field=field)
    return read


def from_plain(wanted: type[T], value: object) -> T:
    """Build the frozen dataclass ``wanted`` from parsed JSON.

    Raises ``Refusal`` with ``field`` (a path such as ``participants.total``): ``unknown_field``,
    ``missing_field`` or ``wrong_type``.
    """
    return cast("T", _built(wanted, value, ""))


def _built(wanted: Any, value: object, path: str) -> object:
    origin = typing.get_origin(wanted)
    if origin is types.UnionType or origin is typing.Union:
        return _one_of(typing.get_args(wanted), value, path)
    if origin is tuple:
        if not isinstance(value, list):
            raise Refusal("wrong_type", field=path)
        each = typing.get_args(wanted)[0]
        return tuple(_built(each, item, f"{path}[{place}]") for place, item in enumerate(value))
    if isinstance(wanted, typing.NewType):
        return _built(wanted.__supertype__, value, path)
    if is_dataclass(wanted):
        return _built_dataclass(cast("type", wanted), value, path)
    return _scalar(wanted, value, path)


def _one_of(choices: tuple[Any, ...], value: object, path: str) -> object:
    for choice in choices:
        try:
            return _built(choice, value, path)
        except Refusal as refusal:
            if len(refusal.data["field"]) > len(path):  # the shape fitted, something in it did not
                raise
    raise Refusal("wrong_type", field=path)


def _built_dataclass(wanted: type, value: object, path: str) -> object:
    if not isinstance(value, dict):
        raise Refusal("wrong_type", field=path)
    hints = _hints(wanted)
    at = f"{path}." if path else ""
    for name in value:
        if name not in hints:
            raise Refusal("unknown_field", field=f"{at}{name[:80]}")
    for name in hints:
        if name not in value:
            raise Refusal("missing_field", field=f"{at}{name}")
    return wanted(**{name: _built(hint, value[name], at + name) for name, hint in hints.items()})


@cache
def _hints(wanted: type) -> Mapping[str, Any]:
    return typing.get_type_hints(wanted)


def _scalar(wanted: Any, value: object, path: str) -> object:
    if wanted is types.NoneType or wanted is None:
        if value is None:
            return None
    elif wanted is datetime or issubclass(wanted, Enum):
        try:
            return _read(wanted, value)
        except (ValueError, TypeError) as error:
            raise Refusal("wrong_type", field=path) from error
    elif type(value) is wanted:  # exactly: True is an int to Python, and not to us
        return value
    raise Refusal("wrong_type", field=path)


def _read(wanted: Any, value: object) -> object:
    if wanted is not datetime:
        return wanted(value)
    read = datetime.fromisoformat(cast("str", value))
    if read.tzinfo is None:
        raise ValueError("no offset")
    return read
