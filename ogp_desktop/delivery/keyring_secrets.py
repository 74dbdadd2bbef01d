"""Keeps access codes in the system's keyring, or for this run only where a machine has none.

The keyring is loaded when a code is first asked for; no code is ever written to a log or a message.
"""

import logging
import threading
from typing import TYPE_CHECKING

from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.domain.secrets import Secrets

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "ogp-desktop"

_log = logging.getLogger(__name__)


class MemorySecrets:
    """Access codes for this run of the program."""

    def __init__(self) -> None:
        self._codes: dict[DestinationId, str] = {}

    @property
    def is_lasting(self) -> bool:
        """A code kept now is gone after a restart."""
        return False

    def code(self, destination_id: DestinationId) -> str | None:
        """Return the access code for a destination, if one is kept."""
        return self._codes.get(destination_id)

    def keep(self, destination_id: DestinationId, code: str | None) -> None:
        """Keep an access code, or forget it."""
        if code is None:
            self._codes.pop(destination_id, None)
        else:
            self._codes[destination_id] = code


class KeyringSecrets:
    """Access codes in the system's keyring; what it will not take is kept for this run.

    A keyring may ask the person to unlock it: call this outside the GUI thread.
    """

    def __init__(self) -> None:
        self._memory = MemorySecrets()
        self._opening = threading.Lock()
        self._ring: KeyringBackend | None = None
        self._is_opened = False
        self._has_failed = False

    @property
    def is_lasting(self) -> bool:
        """Tell whether the keyring takes what it is given."""
        return self._opened() is not None and not self._has_failed

    def code(self, destination_id: DestinationId) -> str | None:
        """Return the access code for a destination, if one is kept."""
        kept = self._memory.code(destination_id)
        ring = self._opened()
        if kept is not None or ring is None:
            return kept
        try:
            return ring.get_password(SERVICE, destination_id)
        except Exception as error:  # noqa: BLE001  each keyring raises what its system raises
            self._failed(error)
            return None

    def keep(self, destination_id: DestinationId, code: str | None) -> None:
        """Keep an access code, or forget it."""
        self._memory.keep(destination_id, None)
        ring = self._opened()
        try:
            if ring is None:
                self._memory.keep(destination_id, code)
            elif code is not None:
                ring.set_password(SERVICE, destination_id, code)
            elif ring.get_password(SERVICE, destination_id) is not None:
                ring.delete_password(SERVICE, destination_id)
        except Exception as error:  # noqa: BLE001  each keyring raises what its system raises
            self._failed(error)
            self._memory.keep(destination_id, code)

    def _failed(self, error: Exception) -> None:
        self._has_failed = True
        _log.warning("keyring failed: %s", type(error).__name__)

    def _opened(self) -> "KeyringBackend | None":
        with self._opening:
            if not self._is_opened:
                self._ring = _system_keyring()
                self._is_opened = True
            return self._ring


def _system_keyring() -> "KeyringBackend | None":
    """Return the keyring of this system; ``None`` where there is none that keeps anything."""
    try:
        import keyring

        ring = keyring.get_keyring()
        is_keeping = ring.priority > 0
    except Exception as error:  # noqa: BLE001  a keyring that cannot be loaded is no keyring
        _log.warning("no keyring: %s", type(error).__name__)
        return None
    return ring if is_keeping else None


def open_secrets() -> Secrets:
    """Return where access codes are kept on this machine; nothing is opened yet."""
    return KeyringSecrets()
