"""Faults that writing one delivery down beside the next could have: each put in, each caught."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ogp_desktop.services import delivering
from tests.support.overlapped import TROUBLE, Drain, drain_in, meet_trouble, refuse_once

Patch = pytest.MonkeyPatch


@pytest.fixture
def drain(tmp_path: Path) -> Iterator[Drain]:
    with drain_in(tmp_path) as made:
        yield made


def claim_ahead_in_memory_alone(patch: Patch) -> None:
    """What is claimed beside a request is known and not on disk when its own request begins."""
    really = delivering._Run._next_but_one

    def ahead(self: Any, unit: Any) -> Any:
        claimed = really(self, unit)
        if claimed is not None:
            unit.outbox.keep_item(claimed.before)
        return claimed

    patch.setattr(delivering._Run, "_next_but_one", ahead)


def follow_any_answer(patch: Patch) -> None:
    """What is claimed ahead follows whatever came."""
    patch.setattr(delivering._Run, "_may_follow", lambda self: self._ahead is not None)


def forget_what_the_file_refused(patch: Patch) -> None:
    """A verdict that the file would not take beside a request is not offered again."""
    really = delivering._Run._write_beside

    def beside(self: Any, *given: Any) -> None:
        really(self, *given)
        self._unwritten = []

    patch.setattr(delivering._Run, "_write_beside", beside)


def keep_what_does_not_follow(patch: Patch) -> None:
    """What was claimed ahead and does not follow stays claimed until its lease ends."""
    patch.setattr(delivering, "give_back", lambda *_, **__: None)


def _meet_who(drain: Drain, _patch: Patch) -> None:
    meet_trouble(drain, TROUBLE["who are you"])


def _go_well(drain: Drain, _patch: Patch) -> None:
    drain.go()
    drain.finish()


@pytest.mark.parametrize(
    ("mutant", "ordeal", "caught"),
    [
        (claim_ahead_in_memory_alone, _go_well, "before the attempt was on disk"),
        (follow_any_answer, _meet_who, "something followed trouble"),
        (forget_what_the_file_refused, refuse_once, "was not offered again"),
        (keep_what_does_not_follow, _meet_who, "was not given back"),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_mutant_is_caught(
    drain: Drain,
    monkeypatch: Patch,
    mutant: Callable[[Patch], None],
    ordeal: Callable[[Drain, Patch], None],
    caught: str,
) -> None:
    mutant(monkeypatch)
    with pytest.raises(AssertionError, match=caught):
        ordeal(drain, monkeypatch)
