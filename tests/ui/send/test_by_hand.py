"""Copying by hand: a tick for each answer, the form in the browser, and nothing confirmed."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.kits.local_kit import LocalKit, LocalWebForm
from ogp_desktop.kits.model import FormEntry, WebForm
from ogp_desktop.services.hand_copying import ticked
from ogp_desktop.services.outbox_reading import Dispatch
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.by_hand_page import HandRow
from ogp_desktop.ui.send.pinned_kits import PinnedKits
from tests.support.pages_send import SendPage
from tests.ui.send.test_send_sizes import cut, unnamed

pytestmark = pytest.mark.slow

Open = Callable[..., SendPage]
URL = "https://docs.google.com/forms/d/e/1FAIpQ/viewform?usp=pp_url"
_ENTRIES = (("entry.1", "place"), ("entry.2", "summary"), ("entry.3", "question.q1"))


@pytest.fixture
def mapped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the kit of what was sealed name a web form."""
    entries = tuple(FormEntry(name=name, answer=answer) for name, answer in _ENTRIES)
    form = LocalWebForm(
        id="google",
        name="the OGP form",
        note="",
        form=WebForm(id="google", url=URL, entries=entries),
    )
    pinned = PinnedKits.of

    def of(self: PinnedKits, one: Dispatch) -> LocalKit:
        return replace(pinned(self, one), web_forms=(form,))

    monkeypatch.setattr(PinnedKits, "of", of)


def _rows(page: SendPage) -> dict[str, HandRow]:
    return {row.copy.accessibleName(): row for row in page.screen.findChildren(HandRow)}


def _opened(page: SendPage) -> SendPage:
    page.press("Copy by hand")
    return page


def test_answer_is_copied_and_ticked_and_the_tick_is_kept(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    page = _opened(open_page())
    assert "0 of" in page.words()
    row = _rows(page)["Copy: Lieu"]
    row.copy.click()
    assert QGuiApplication.clipboard().text() == "Kpalimé"
    assert row.check.isChecked()
    assert "1 of" in page.words()
    assert ticked(desk.workplace, item_id=made.item.id) == {"place"}
    again = _rows(_opened(open_page()))["Copy: Lieu"]
    assert again.check.isChecked()
    again.check.click()
    assert ticked(desk.workplace, item_id=made.item.id) == frozenset()


def test_person_says_that_it_was_sent_and_nothing_is_confirmed(
    open_page: Open, made: SealedAndQueued
) -> None:
    page = _opened(open_page())
    page.press("I sent it")
    one = page.kept(made.item.id)
    assert (one.item.state, one.item.maybe_stored) == (OutboxState.HANDED_OVER, True)
    assert one.receipt is None
    assert one.history[-1].detail == "form"
    assert "by form. No receipt yet" in page.words()


def test_going_back_hands_nothing_over(open_page: Open, made: SealedAndQueued) -> None:
    page = _opened(open_page())
    page.press("Back")
    assert page.kept(made.item.id).item.state is OutboxState.READY


@pytest.mark.usefixtures("mapped")
def test_form_opens_in_the_browser_with_the_answers_in_it(
    qtbot: QtBot, made: SealedAndQueued, desk: Desk
) -> None:
    opened: list[str] = []
    page = SendPage(qtbot, replace(desk, open_in_browser=lambda url: not opened.append(url)), None)
    _opened(page)
    assert "docs.google.com then sees them as soon as the page opens" in page.words()
    assert opened == []
    page.press("Open the OGP form in my browser")
    read = dict(parse_qsl(urlsplit(opened[0]).query))
    assert read["entry.1"] == "Kpalimé"
    assert "marchés publics" in read["entry.3"]
    assert "Read it there, send it there" in page.words()
    assert page.kept(made.item.id).item.state is OutboxState.READY


@pytest.mark.usefixtures("mapped")
def test_browser_that_does_not_open_is_told_with_the_bare_address(
    open_page: Open, made: SealedAndQueued
) -> None:
    page = _opened(open_page())
    page.press("Open the OGP form in my browser")
    assert f"No browser could be opened. The address of the form is {URL}" in page.words()


@pytest.mark.usefixtures("mapped")
def test_answer_that_is_too_long_is_named(qtbot: QtBot, made: SealedAndQueued, desk: Desk) -> None:
    long = replace(
        desk,
        open_in_browser=lambda _url: True,
        hand_answers=lambda submission, kit: tuple(
            replace(one, text="é" * 5_000) if one.id == "summary" else one
            for one in desk.hand_answers(submission, kit)
        ),
    )
    page = _opened(SendPage(qtbot, long, None))
    page.press("Open the OGP form in my browser")
    assert "too long for its address; copy them by hand:\nEn bref" in page.words()


def test_no_form_is_offered_where_the_kit_names_none(
    open_page: Open, made: SealedAndQueued
) -> None:
    page = _opened(open_page())
    assert "browser" not in page.words()


@pytest.mark.usefixtures("mapped")
@pytest.mark.parametrize("size", [(1280, 752), (800, 500)])
def test_nothing_is_cut_or_unnamed(
    open_page: Open, made: SealedAndQueued, size: tuple[int, int]
) -> None:
    page = _opened(open_page(size=size))
    assert unnamed(page.screen) == []
    assert cut(page.screen) == []
    assert page.screen.findChildren(QCheckBox)
