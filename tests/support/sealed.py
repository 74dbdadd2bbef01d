"""The sample conversation held, reviewed and sealed through the services, ready to be sent."""

from datetime import timedelta

import msgspec

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.ids import ConversationId, DestinationId
from ogp_desktop.paths import data_root
from ogp_desktop.services import addressing, sample, sealing
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.made_once import made_once

SAMPLE = "ogp-strategy-2022.fr.toml"


def held_sample(at: Workplace, until: str | None = None) -> ConversationId:
    """Hold the sample conversation, or stop inside one of its items."""
    script = sample.read_sample(data_root() / "samples" / SAMPLE)
    return made_once(at, ("held", until), lambda at: _hold(at, script, until))


def _hold(at: Workplace, script: sample.Sample, until: str | None) -> ConversationId:
    clock = at.clock
    assert isinstance(clock, FixedClock)
    conversation_id = sample.prepare_sample(at, script)
    sample.hold_sample(
        at,
        script,
        conversation_id,
        lambda minutes: clock.advance(timedelta(minutes=minutes)),
        until=until,
    )
    return conversation_id


def sealed_sample(at: Workplace, title: str = "Forum ouvert") -> SealedAndQueued:
    """Hold and seal one more conversation; the workplace's clock must be a ``FixedClock``."""
    return made_once(at, ("sealed", title), lambda at: _seal(at, title))


def _seal(at: Workplace, title: str) -> SealedAndQueued:
    clock = at.clock
    assert isinstance(clock, FixedClock)
    script = msgspec.structs.replace(
        sample.read_sample(data_root() / "samples" / SAMPLE), title=title
    )
    conversation_id = _hold(at, script, None)
    sample.review_sample(at, script, conversation_id)
    clock.advance(timedelta(minutes=5))
    return sealing.seal(at, conversation_id=conversation_id)


def addressed(
    at: Workplace, made: SealedAndQueued, secrets: object, url: str, **more: str | None
) -> Destination:
    """Set a destination and give a sealed submission leave to go there."""
    to = addressing.set_destination(at, secrets, name="Somewhere", url=url, **more)  # type: ignore[arg-type]
    addressing.send(at, item_id=made.item.id, destination_id=DestinationId(to.id))
    return to
