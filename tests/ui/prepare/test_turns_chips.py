"""Counting turns can be asked for beforehand; it changes no plan and no field."""

from collections.abc import Callable

from ogp_desktop.domain.turns import TurnsBy, TurnTally
from tests.support.pages_prepare import PreparePage

Open = Callable[..., PreparePage]
PROMISE = "Only the total is kept."


def test_turns_are_counted_by_one_way_or_none(open_page: Open) -> None:
    page = open_page()
    plan = page.conversation().agenda
    assert not page.says(PROMISE)
    page.press("Counted by seat")
    assert page.conversation().preparation.turns == TurnTally(by=TurnsBy.SEAT)
    assert page.says(PROMISE)
    page.press("Counted by group")
    assert page.conversation().preparation.turns == TurnTally(by=TurnsBy.GROUP)
    assert not page.button("Counted by seat").isChecked()
    page.press("Counted by group")
    kept = page.conversation().preparation.turns
    assert kept is not None
    assert not kept.is_on
    assert page.conversation().agenda == plan


def test_seats_are_not_offered_where_no_eye_can_follow_them(open_page: Open) -> None:
    page = open_page()
    page.type_number("People", 31)
    assert not page.offers("Counted by seat")
    assert page.offers("Counted by group")


def test_what_was_refused_stays_in_its_field_when_turns_are_chosen(open_page: Open) -> None:
    page = open_page()
    page.type_number("Minutes", 0)
    page.press("Counted by seat")
    assert page.button("Counted by seat").isChecked()
    assert not page.button("Start").isEnabled()
