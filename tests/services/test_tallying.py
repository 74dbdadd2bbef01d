"""Counts of individual views are kept whole, or refused where no room could give them."""

from dataclasses import replace

import pytest

from ogp_desktop.domain.conversation import Conversation
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.individual_views import IndividualViews, Method
from ogp_desktop.services import preparing, tallying
from ogp_desktop.services.changes import Touched
from ogp_desktop.services.workplace import Workplace
from tests.support.workplaces import OGP

COUNTED = IndividualViews(
    received={Method.PAPER: 9, Method.HANDS: 2},
    passed=1,
    tallies={"q2a": {"-2": 4, "0": 5, "depends": 2}},
)


@pytest.fixture
def made(at: Workplace) -> Conversation:
    """Give a conversation of 12 people."""
    return preparing.create_conversation(at, kit_id=OGP, language="fr")


def test_views_are_empty_when_nothing_was_typed(at: Workplace, made: Conversation) -> None:
    assert tallying.views(at, conversation_id=made.id) == IndividualViews()


def test_views_come_back_as_kept(at: Workplace, made: Conversation) -> None:
    told = tallying.keep_views(at, conversation_id=made.id, views=COUNTED)
    assert told.touched == {Touched.VIEWS}
    assert tallying.views(at, conversation_id=made.id) == COUNTED


@pytest.mark.parametrize(
    ("views", "field"),
    [
        (replace(COUNTED, passed=2), "received"),
        (replace(COUNTED, passed=-1), "received"),
        (replace(COUNTED, tallies={"q2a": {"0": 13}}), "q2a"),
        (replace(COUNTED, tallies={"q2a": {"0": -1}}), "q2a"),
    ],
)
def test_views_are_refused_when_the_room_is_smaller(
    at: Workplace, made: Conversation, views: IndividualViews, field: str
) -> None:
    tallying.keep_views(at, conversation_id=made.id, views=COUNTED)
    with pytest.raises(Refusal) as refused:
        tallying.keep_views(at, conversation_id=made.id, views=views)
    assert refused.value.data["field"] == field
    assert tallying.views(at, conversation_id=made.id) == COUNTED


def test_answers_are_kept_before_the_number_received_and_not_closed_over_it(
    at: Workplace, made: Conversation
) -> None:
    early = IndividualViews(tallies={"q2a": {"-2": 12, "2": 0}})
    tallying.keep_views(at, conversation_id=made.id, views=early)
    assert tallying.views(at, conversation_id=made.id) == early
    with pytest.raises(Refusal) as refused:
        tallying.close_views(at, conversation_id=made.id)
    assert refused.value.code == "counts_exceed_received"
    assert refused.value.data == {"field": "q2a", "received": 0}
    assert tallying.views(at, conversation_id=made.id) == early


def test_closing_and_reopening_leave_the_counts(at: Workplace, made: Conversation) -> None:
    tallying.keep_views(at, conversation_id=made.id, views=COUNTED)
    tallying.close_views(at, conversation_id=made.id)
    assert tallying.views(at, conversation_id=made.id) == replace(COUNTED, is_closed=True)
    tallying.reopen_views(at, conversation_id=made.id)
    assert tallying.views(at, conversation_id=made.id) == COUNTED
