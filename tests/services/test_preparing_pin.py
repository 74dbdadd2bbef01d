"""A conversation keeps the very kit it was made with, whatever becomes of the library."""

from pathlib import Path
from shutil import copytree, rmtree

import pytest

from ogp_desktop.kits.bytes import kit_bytes
from ogp_desktop.kits.library import KitLibrary
from ogp_desktop.services import preparing, reading
from ogp_desktop.services.workplace import Workplace
from tests.support.kits import changed, kit_files, write_folder
from tests.support.workplaces import workplace_at


def with_kits(at: Workplace, folder: Path) -> Workplace:
    """Return the workplace with a library of its own, as after a restart."""
    return Workplace(
        store=at.store,
        clock=at.clock,
        new_id=at.new_id,
        library=KitLibrary(folder, folder / "installed"),
        app_version=at.app_version,
    )


def test_newer_kit_changes_no_conversation_made_before(tmp_path: Path) -> None:
    kits = tmp_path / "kits"
    write_folder(kits / "tiny", kit_files())
    with workplace_at(tmp_path / "data") as plain:
        at = with_kits(plain, kits)
        old = preparing.create_conversation(at, kit_id="tiny", language="en")
        before = reading.prepared(at, conversation_id=old.id)
        newer = changed("kit.toml", 'version = "1.0.0"', 'version = "1.1.0"')
        newer |= {
            "text.en.toml": changed("text.en.toml", "What should stay?", "What must go?")[
                "text.en.toml"
            ]
        }
        write_folder(kits / "tiny", newer)
        at = with_kits(plain, kits)
        new = preparing.create_conversation(at, kit_id="tiny", language="en")
        assert new.kit.version == "1.1.0"
        assert new.kit.digest != old.kit.digest
        assert reading.prepared(at, conversation_id=old.id) == before
        preparing.change_preparation(
            at, conversation_id=old.id, preparation=before.conversation.preparation
        )
        after = reading.prepared(at, conversation_id=old.id)
        assert after.kit == before.kit
        assert after.conversation.kit == old.kit
        assert after.conversation.agenda == before.conversation.agenda


def test_conversation_opens_when_its_kit_is_gone_from_the_library(tmp_path: Path) -> None:
    kits = tmp_path / "kits"
    write_folder(kits / "tiny", kit_files())
    with workplace_at(tmp_path / "data") as plain:
        at = with_kits(plain, kits)
        made = preparing.create_conversation(at, kit_id="tiny", language="en")
        copytree(kits, tmp_path / "aside")
        rmtree(kits / "tiny")
        at = with_kits(plain, kits)
        kit = reading.prepared(at, conversation_id=made.id).kit
        assert (kit.id, kit.version, kit.digest) == ("tiny", "1.0.0", made.kit.digest)
        preparing.mark_ready(at, conversation_id=made.id)


def test_equal_kits_are_kept_once_and_their_bytes_give_the_same_digest(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        made = [
            preparing.create_conversation(at, kit_id="ogp-strategy-2022", language=language)
            for language in ("fr", "en")
        ]
        assert made[0].kit == made[1].kit
        kits = [reading.prepared(at, conversation_id=one.id).kit for one in made]
        with at.store.reading() as unit:
            body = unit.conversations.kit_body(made[0].kit.digest)
        assert kit_bytes(kits[0]) == body
        with pytest.raises(LookupError), at.store.reading() as unit:
            unit.conversations.kit_body("0" * 64)
