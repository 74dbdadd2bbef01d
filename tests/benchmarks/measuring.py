"""What the benchmarks share: order statistics, and printing for people or as JSON."""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import perf_counter, thread_time
from typing import NamedTuple


class Turn(NamedTuple):
    """How long the window could not answer, and how much of that it worked, in ms: the second is
    how long it is where nothing else is at work.
    """

    stop: float
    work: float


def turn_of(do: Callable[[], object]) -> Turn:
    """Do it, and return how long that took."""
    begun, worked = perf_counter(), thread_time()
    do()
    return Turn((perf_counter() - begun) * 1000, (thread_time() - worked) * 1000)


def asked(description: str | None, **numbers: int) -> argparse.Namespace:
    """Read the command line: a default for each number, and ``--json``."""
    parser = argparse.ArgumentParser(description=description)
    for name, default in numbers.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share (0..1) of the values does not pass."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def figures(milliseconds: Sequence[float]) -> dict[str, float]:
    """Return what a reader wants to know of a series, in milliseconds."""
    return {
        "median_ms": round(median(milliseconds), 3),
        "p99_ms": round(percentile(milliseconds, 0.99), 3),
        "max_ms": round(max(milliseconds), 3),
        "runs": len(milliseconds),
    }


def tell(results: Mapping[str, object], *, as_json: bool) -> None:
    """Print the results."""
    if as_json:
        print(json.dumps(results, indent=2))
        return
    for name, value in results.items():
        shown = (
            ", ".join(f"{key} {one}" for key, one in value.items())
            if isinstance(value, Mapping)
            else value
        )
        print(f"{name:34} {shown}")
