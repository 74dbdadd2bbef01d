"""What the Individual views screen shows: pure functions of the conversation and the counts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from ogp_desktop.domain.conversation import ConversationState
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.individual_views import Advice, IndividualViews, Method, advice
from ogp_desktop.kits.localised import in_language
from ogp_desktop.services.reading import Prepared

STEPS = ("-2", "-1", "0", "1", "2")
"""Keys of a tally from the first pole to the second one."""
DEPENDS = "depends"
ANSWERS = (*STEPS, DEPENDS)
ITEM = "individual"
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceTally:
    """The counts of one either/or choice; ``counts`` is by answer, without those not given."""

    id: str
    first: str
    second: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """Return how many answers were counted."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewsState:
    """Everything on the screen; ``views`` is what stands in the fields, kept or refused."""

    people: int
    minutes: int
    ways: tuple[Advice, ...]
    views: IndividualViews
    choices: tuple[ChoiceTally, ...]
    is_sealed: bool
    asks_to_close: bool = False
    refusal: Refusal | None = None
    printed_to: str | None = None

    @property
    def missing(self) -> int:
        """Return how many people are in the room of whom nothing came in."""
        return self.people - self.views.total_received - self.views.passed

    @property
    def is_closed(self) -> bool:
        """Tell whether results may be seen."""
        return self.views.is_closed

    @property
    def uneven(self) -> tuple[ChoiceTally, ...]:
        """Return the choices whose counts are not those of all who answered."""
        received = self.views.total_received
        return tuple(one for one in self.choices if one.total != received)

    @property
    def is_over(self) -> bool:
        """Tell whether more answers to a choice are counted than came in."""
        return any(one.total > self.views.total_received for one in self.choices)


def views_state(
    found: Prepared,
    views: IndividualViews,
    *,
    minutes: int = 0,
    asks_to_close: bool = False,
    refusal: Refusal | None = None,
    printed_to: str | None = None,
) -> ViewsState:
    """Return what to show of these counts; ``minutes`` are those planned for them."""
    conversation = found.conversation
    preparation = conversation.preparation
    kit = in_language(found.kit, preparation.language)
    return ViewsState(
        people=preparation.people,
        minutes=minutes,
        ways=advice(preparation.people, minutes),
        views=views,
        choices=tuple(
            ChoiceTally(
                id=choice.id,
                first=choice.first,
                second=choice.second,
                counts=views.tallies.get(choice.id, {}),
            )
            for question in kit.questions
            for choice in question.choices
        ),
        is_sealed=conversation.state is ConversationState.SEALED,
        asks_to_close=asks_to_close,
        refusal=refusal,
        printed_to=printed_to,
    )


def with_received(views: IndividualViews, method: Method, count: int | None) -> IndividualViews:
    """Return the counts with one way changed; ``None`` takes it away, a typed 0 stays."""
    return replace(views, received=_with(views.received, method, count))


def with_tally(
    views: IndividualViews, choice_id: str, answer: str, count: int | None
) -> IndividualViews:
    """Return the counts with one answer changed; ``None`` takes it away, a typed 0 stays."""
    tally = _with(views.tallies.get(choice_id, {}), answer, count)
    return replace(views, tallies=_with(views.tallies, choice_id, tally or None))


def _with(before: Mapping[_Key, _Value], key: _Key, value: _Value | None) -> dict[_Key, _Value]:
    kept = {**before, key: value}
    return {key: value for key, value in kept.items() if value is not None}
