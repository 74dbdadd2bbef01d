"""The access code for one run of a command, where the system has no keyring to keep it.

It comes from a file or from standard input, never from the command line itself, which everybody on
the computer can read. It goes to one place alone, is kept nowhere, and is in no representation.
"""

import argparse
import sys
from dataclasses import dataclass, field
from getpass import getpass
from pathlib import Path

from ogp_desktop.commands.outbox_facts import place_named
from ogp_desktop.delivery.keyring_secrets import open_secrets
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.domain.secrets import Secrets
from ogp_desktop.services.addressing import checked_code
from ogp_desktop.services.workplace import Workplace

STANDARD_INPUT = "-"
_LONGEST = 4096
"""Of bytes: an access code is one line, and the file that is named may be anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneRun:
    """One place has the code that was given for this run; the others have what is kept."""

    destination_id: DestinationId
    given: str = field(repr=False)
    kept: Secrets

    @property
    def is_lasting(self) -> bool:
        """What was given is gone after this run."""
        return False

    def code(self, destination_id: DestinationId) -> str | None:
        """Return the access code for a destination."""
        is_given = destination_id == self.destination_id
        return self.given if is_given else self.kept.code(destination_id)

    def keep(self, destination_id: DestinationId, code: str | None) -> None:
        """Keep a code where all others are kept."""
        self.kept.keep(destination_id, code)


def secrets_for(asked: argparse.Namespace, at: Workplace, to: Destination | None = None) -> Secrets:
    """Return where access codes are, with the one that was given for this run.

    It is the code of ``to``, else of the place that was named, or the only one.

    Raises ``Trouble``: ``which_destination`` when it is not clear whose code it is,
    ``code_missing``, ``code_unreadable``; ``Refusal``: ``code_empty``, ``code_unfit``.
    """
    source: str | None = asked.access_code_file
    if source is None:
        return open_secrets()
    to = to or place_named(at, asked.code_for, "--code-for")
    given = _read(source)
    name = _named(source)
    if not given:
        raise Refusal("code_empty", source=name)
    try:
        code = checked_code(given, to.protocol)
    except Refusal as refusal:
        raise Refusal("code_unfit", source=name) from refusal
    return OneRun(destination_id=to.id, given=code or "", kept=open_secrets())


def _read(source: str) -> str:
    try:
        if source != STANDARD_INPUT:
            with Path(source).open("rb") as file:
                data = file.read(_LONGEST + 1)
        elif sys.stdin.isatty():
            return getpass("Access code: ").strip()
        else:
            data = sys.stdin.buffer.read(_LONGEST + 1)
        text = data.decode("utf-8-sig").strip()
    except FileNotFoundError as error:
        raise Trouble("code_missing", source=source) from error
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Trouble("code_unreadable", source=_named(source), why=why) from error
    except UnicodeDecodeError:  # whose own words would tell some of the bytes
        raise Refusal("code_unfit", source=_named(source)) from None
    if len(data) > _LONGEST or len(text.splitlines()) > 1:
        raise Refusal("code_unfit", source=_named(source))
    return text


def _named(source: str) -> str:
    return "standard input" if source == STANDARD_INPUT else source
