"""What was given leave for another address or code is held, and a sentence asks."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.services import addressing
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from tests.support.clock import FixedClock
from tests.support.pages_send import SendPage
from tests.support.sealed import addressed, sealed_sample

pytestmark = pytest.mark.slow

Open = Callable[..., SendPage]
HERE = "https://example.org/feedback"
THERE = "https://other.example.org"


def _changed(desk: Desk, made: SealedAndQueued, **to: str) -> None:
    first = addressed(desk.workplace, made, desk.secrets, HERE, access_code="first")
    given = {"name": "Forum", "url": HERE, **to}
    addressing.set_destination(desk.workplace, desk.secrets, destination_id=first.id, **given)


def test_other_address_is_asked_about_and_both_are_named(
    open_page: Open, made: SealedAndQueued, desk: Desk, woken: list[str]
) -> None:
    _changed(desk, made, url=THERE)
    page = open_page()
    words = page.words()
    assert "Held: the address is another now" in words
    assert f"leave to go to {HERE}. Now Forum is at {THERE}." in words
    with pytest.raises(LookupError):
        page.button("Release")
    page.press("Send it there")
    assert page.kept(made.item.id).item.state is OutboxState.READY
    assert woken == ["woken"]


def test_other_code_is_asked_about(open_page: Open, made: SealedAndQueued, desk: Desk) -> None:
    _changed(desk, made, access_code="second")
    page = open_page()
    assert "Held: the access code is another now" in page.words()
    assert "it would go under their code" in page.words()
    assert "second" not in page.words()
    with pytest.raises(LookupError):
        page.button("Send all held like this")


def test_all_that_are_held_alike_go_with_one_press(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    other = sealed_sample(desk.workplace, "Radio")
    to = addressed(desk.workplace, other, desk.secrets, HERE)
    addressing.send(desk.workplace, item_id=made.item.id, destination_id=to.id)
    addressing.set_destination(
        desk.workplace, desk.secrets, name="F", url=THERE, destination_id=to.id
    )
    page = open_page()
    assert "held for the same reason." in page.words()
    page.press("Send all held like this")
    for one in (made, other):
        assert page.kept(one.item.id).item.state is OutboxState.READY


def test_week_without_leaving_offers_a_file(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    banner = "Saved here, not sent yet. Save to a file?"
    assert banner not in open_page().words()
    clock = desk.workplace.clock
    assert isinstance(clock, FixedClock)
    clock.advance(timedelta(days=7))
    assert banner in open_page().words()
    addressing.hand_over(desk.workplace, item_id=made.item.id, way="file")
    assert banner not in open_page().words()


def test_week_without_a_receipt_claims_no_more_than_that(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressing.hand_over(desk.workplace, item_id=made.item.id, way="file")
    addressed(desk.workplace, made, desk.secrets, HERE)
    clock = desk.workplace.clock
    assert isinstance(clock, FixedClock)
    clock.advance(timedelta(days=7))
    words = open_page().words()
    assert "A week without a receipt." in words
    assert "not sent yet" not in words
