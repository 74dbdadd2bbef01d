"""The key that signs is made once, kept where the system keeps keys, and told where it is."""

from base64 import b64encode
from pathlib import Path

import pytest

from ogp_desktop.delivery.installation_key import FILE_NAME, installation_key
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.bundle import KeyPlace
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import DestinationId


class Ring(MemorySecrets):
    """A keyring; one that refuses forgets what it is given, and says so afterwards."""

    def __init__(self, *, refuses: bool = False) -> None:
        super().__init__()
        self._refuses = refuses
        self._has_refused = False

    @property
    def is_lasting(self) -> bool:
        return not self._has_refused

    def keep(self, destination_id: DestinationId, code: str | None) -> None:
        self._has_refused = self._refuses
        if not self._refuses:
            super().keep(destination_id, code)


def test_key_is_kept_in_the_keyring_and_nowhere_else(tmp_path: Path) -> None:
    ring = Ring()
    first, again = installation_key(ring, tmp_path), installation_key(ring, tmp_path)
    assert first.place is again.place is KeyPlace.KEYRING
    assert first.public == again.public
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("secrets", [MemorySecrets(), Ring(refuses=True)])
def test_key_is_kept_in_a_file_for_its_owner_where_there_is_no_keyring(
    tmp_path: Path, secrets: MemorySecrets
) -> None:
    folder = tmp_path / "data"
    first, again = installation_key(secrets, folder), installation_key(secrets, folder)
    assert first.place is again.place is KeyPlace.FILE
    assert first.public == again.public
    assert [one.name for one in folder.iterdir()] == [FILE_NAME]
    assert (folder / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_another_folder_is_another_installation(tmp_path: Path) -> None:
    one = installation_key(MemorySecrets(), tmp_path / "a")
    other = installation_key(MemorySecrets(), tmp_path / "b")
    assert one.public != other.public


def test_key_in_a_file_is_used_even_if_a_keyring_comes_later(tmp_path: Path) -> None:
    before = installation_key(MemorySecrets(), tmp_path)
    assert installation_key(Ring(), tmp_path).public == before.public


def test_damaged_key_is_told_and_never_replaced(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"short")
    with pytest.raises(Trouble, match="key_damaged"):
        installation_key(MemorySecrets(), tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == b"short"
    ring = Ring()
    ring.keep(DestinationId("installation-key"), "no base64!")
    with pytest.raises(Trouble, match="key_damaged"):
        installation_key(ring, tmp_path / "empty")


def test_key_stands_in_no_representation(tmp_path: Path) -> None:
    key = installation_key(MemorySecrets(), tmp_path)
    raw = (tmp_path / FILE_NAME).read_bytes()
    for text in (repr(key), str(key)):
        assert b64encode(raw).decode() not in text
        assert raw.hex() not in text
