"""Access codes are in the keyring where there is one, and never in a log."""

import logging
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from ogp_desktop.delivery.keyring_secrets import MemorySecrets, open_secrets
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.domain.secrets import Secrets

HERE, THERE = DestinationId("here"), DestinationId("there")


class KeyringInMemory(KeyringBackend):
    """A keyring as a system has one; ``is_locked`` makes it fail as a locked one does."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._open()
        del self.kept[service, username]

    def _open(self) -> None:
        if self.is_locked:
            raise OSError("locked, s3cret")


@pytest.fixture
def ring() -> Iterator[KeyringInMemory]:
    """Give this system a keyring."""
    before, ring = keyring.get_keyring(), KeyringInMemory()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


@pytest.fixture
def no_ring() -> Iterator[None]:
    """Give this system no keyring."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield
    keyring.set_keyring(before)


def kept_and_forgotten(secrets: Secrets) -> None:
    """Hold secrets to what they promise."""
    assert secrets.code(HERE) is None
    secrets.keep(HERE, "s3cret")
    secrets.keep(THERE, "other")
    assert (secrets.code(HERE), secrets.code(THERE)) == ("s3cret", "other")
    secrets.keep(HERE, None)
    secrets.keep(HERE, None)
    assert (secrets.code(HERE), secrets.code(THERE)) == (None, "other")


def test_codes_are_kept_and_forgotten_in_the_keyring(ring: KeyringInMemory) -> None:
    secrets = open_secrets()
    kept_and_forgotten(secrets)
    assert secrets.is_lasting
    assert ring.kept == {("ogp-desktop", "there"): "other"}
    assert open_secrets().code(THERE) == "other"


@pytest.mark.usefixtures("no_ring")
def test_codes_are_kept_for_this_run_when_there_is_no_keyring() -> None:
    secrets = open_secrets()
    kept_and_forgotten(secrets)
    assert not secrets.is_lasting
    assert open_secrets().code(THERE) is None


def test_codes_are_kept_for_this_run_in_memory() -> None:
    secrets = MemorySecrets()
    kept_and_forgotten(secrets)
    assert not secrets.is_lasting


def test_code_is_kept_for_this_run_and_not_logged_when_the_keyring_is_locked(
    ring: KeyringInMemory, caplog: pytest.LogCaptureFixture
) -> None:
    secrets = open_secrets()
    ring.is_locked = True
    with caplog.at_level(logging.DEBUG):
        secrets.keep(HERE, "s3cret")
    assert secrets.code(HERE) == "s3cret"
    assert not secrets.is_lasting
    assert caplog.records
    assert "s3cret" not in caplog.text
