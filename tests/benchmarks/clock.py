"""How long the answer to "where are we" takes, and fitting what is left into the time that is left.

A conversation of 40 blocks with 500 entries in its timing log. The log is added up once for each
new entry; the answer itself is asked for every second.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter

from ogp_desktop.domain.agenda import Agenda, Block
from ogp_desktop.domain.clock import Moment, after
from ogp_desktop.domain.refit import refit
from ogp_desktop.domain.schedule import schedule_of
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind, added_up, event_at
from tests.benchmarks.measuring import asked, figures, tell

_KINDS = (
    TimingKind.MOVED,
    TimingKind.EXTENDED,
    TimingKind.PAUSED,
    TimingKind.RESUMED,
    TimingKind.KEPT_GOING,
)


def _conversation(blocks: int, events: int) -> tuple[Agenda, list[TimingEvent], Moment]:
    parts = [Block(id=f"b{n}", minutes=5, minimum=2, question_id=f"b{n}") for n in range(blocks)]
    agenda = Agenda(minutes=5 * blocks, blocks=tuple(parts), group_questions=("b0",))
    now = Moment(wall=datetime(2022, 8, 1, 15, tzinfo=UTC), steady_s=100.0, boot="one")
    log = [event_at(now, TimingKind.STARTED)]
    for number in range(events - 1):
        now = after(now, 7)
        kind = _KINDS[number % len(_KINDS)]
        block_id = f"b{number * 7 % blocks}"
        log.append(event_at(now, kind, block_id=block_id, seconds=30))
    return agenda, log, after(now, 5)


def _timed(work: Callable[[], object], runs: int, each: int) -> list[float]:
    """Return the milliseconds of one call, from series of so many."""
    times = []
    for _ in range(runs):
        began = perf_counter()
        for _ in range(each):
            work()
        times.append((perf_counter() - began) * 1000 / each)
    return times


def measure(runs: int, blocks: int, events: int) -> dict[str, object]:
    """Return the figures."""
    agenda, log, now = _conversation(blocks, events)
    spent = added_up(agenda, log)
    here = schedule_of(spent, now)
    left_s = max(60, here.session_left_s * 2 // 3)
    return {
        "blocks, events": f"{blocks}, {events}",
        "schedule (goal 0.050 ms)": figures(_timed(lambda: schedule_of(spent, now), runs, 200)),
        "fit to two thirds (goal 5 ms)": figures(_timed(lambda: refit(here, left_s), runs, 5)),
        "adding the log up": figures(_timed(lambda: added_up(agenda, log), runs, 5)),
    }


if __name__ == "__main__":
    wanted = asked(__doc__, runs=50, blocks=40, events=500)
    tell(measure(wanted.runs, wanted.blocks, wanted.events), as_json=wanted.json)
