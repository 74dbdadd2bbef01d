"""Before much goes over a link that may be paid by the amount, a notice in the page asks."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.services import addressing
from ogp_desktop.services.outbox_reading import waiting_bytes
from tests.support.pages_program import open_program, prefer
from tests.support.sealed import addressed, sealed_sample
from tests.support.workplaces import workplace_at


def test_notice_asks_and_a_press_lets_it_go(qtbot: QtBot, data_dir: Path) -> None:
    prefer(data_dir)
    with open_program(qtbot, data_dir) as page:
        assert page.program._sending is not None
        loop = page.program._sending._loop
        loop.cost_asked.emit(3_400_000)
        assert "3.4 MB wait to be sent" in page.notice
        page.click("Send now")
        assert page.notice == ""
        assert loop._may_cost


def test_waiting_is_respected(qtbot: QtBot, data_dir: Path) -> None:
    prefer(data_dir)
    with open_program(qtbot, data_dir) as page:
        assert page.program._sending is not None
        loop = page.program._sending._loop
        loop.cost_asked.emit(3_400_000)
        page.click("Wait")
        assert page.notice == ""
        assert not loop._may_cost


def test_only_what_has_leave_to_go_is_counted(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        made, other = sealed_sample(at), sealed_sample(at, "Radio")
        assert waiting_bytes(at) == 0
        to = addressed(at, made, MemorySecrets(), "https://example.org")
        assert waiting_bytes(at) == len(made.sealed.body)
        addressing.send(at, item_id=other.item.id, destination_id=to.id)
        assert waiting_bytes(at) == len(made.sealed.body) + len(other.sealed.body)
        addressing.hold(at, item_id=made.item.id)
        assert waiting_bytes(at) == len(other.sealed.body)
