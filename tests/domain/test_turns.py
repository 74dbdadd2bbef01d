"""The word is with few when more than half of the turns come from a fifth of the room."""

import pytest

from ogp_desktop.domain.turns import Turns, few_have_most

SEATS = {str(number): 1 for number in range(1, 11)}


def _turns(**counts: int) -> Turns:
    return Turns(tuple(who.strip("s") for who, count in counts.items() for _ in range(count)))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"s1": 6, "s2": 5, "s3": 5, "s4": 5}, True),
        ({"s1": 5, "s2": 5, "s3": 5, "s4": 5}, False),  # exactly half is not more than half
        ({"s1": 9}, False),  # too few turns to say anything
        ({"s1": 10}, True),
        ({f"s{number}": 2 for number in range(1, 11)}, False),
    ],
)
def test_few_of_ten_seats(counts: dict[str, int], expected: bool) -> None:
    assert few_have_most(_turns(**counts), SEATS, 10) is expected


def test_in_a_room_of_four_no_seat_is_a_fifth() -> None:
    seats = {str(number): 1 for number in range(1, 5)}
    assert not few_have_most(_turns(s1=50, s2=1), seats, 4)


def test_group_counts_by_how_many_belong_to_it() -> None:
    people = {"media": 3, "youth": 12}
    room = 15
    assert few_have_most(Turns(("media",) * 11 + ("youth",) * 10), people, room)
    assert not few_have_most(Turns(("media",) * 10 + ("youth",) * 11), people, room)


def test_group_of_unknown_size_says_nothing() -> None:
    assert not few_have_most(Turns(("media",) * 20), {}, 15)


def test_undo_takes_the_last_turn_back_and_of_none_nothing() -> None:
    taken = Turns().taken_by("1").taken_by("2").undone()
    assert dict(taken.counts) == {"1": 1}
    assert Turns().undone() == Turns()
