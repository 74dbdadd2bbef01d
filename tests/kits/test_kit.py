"""What a kit itself promises: bytes that come back, a window by the host's calendar, plan rules."""

import hashlib
from datetime import date

import pytest

from ogp_desktop.domain.agenda import PlanRules, QuestionKind, QuestionRule
from ogp_desktop.kits.bytes import kit_bytes, kit_from_bytes
from ogp_desktop.kits.errors import KitFault, KitRefused
from ogp_desktop.kits.model import Kit, Window
from ogp_desktop.kits.planning import planning_rules
from ogp_desktop.kits.reading import kit_from_files, read_kit
from tests.support.kits import BUILT_IN, PNG, changed, kit_files

WINDOW = Window(closes=date(2022, 8, 31))


@pytest.fixture(scope="module")
def ogp() -> Kit:
    return read_kit(BUILT_IN / "ogp-strategy-2022")


def test_bytes_give_the_same_kit_back(ogp: Kit) -> None:
    with_image = kit_from_files(kit_files() | {"images/map.png": PNG})
    for kit in (ogp, with_image):
        again = kit_from_bytes(kit_bytes(kit))
        assert again == kit
        assert kit_bytes(again) == kit_bytes(kit)
        assert again.digest == hashlib.sha256(kit_bytes(kit)).hexdigest()


def test_digest_changes_when_one_word_does() -> None:
    other = kit_from_files(changed("text.fr.toml", "To try.", "To try it."))
    assert other.digest != kit_from_files(kit_files()).digest


def test_digest_stays_when_only_comments_and_order_change() -> None:
    files = changed("kit.toml", 'id = "tiny"\nversion = "1.0.0"', 'version = "1.0.0"\nid = "tiny"')
    files["kit.toml"] += b"# a remark\n"
    assert kit_from_files(files).digest == kit_from_files(kit_files()).digest


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b'{"id": "tiny"}'])
def test_bytes_are_refused_when_damaged(data: bytes) -> None:
    with pytest.raises(KitRefused) as caught:
        kit_from_bytes(data)
    assert caught.value.reason is KitFault.DAMAGED


@pytest.mark.parametrize(
    ("today", "days_left", "is_closed"),
    [
        (date(2022, 8, 24), 7, False),
        (date(2022, 8, 31), 0, False),
        (date(2022, 9, 1), -1, True),
    ],
)
def test_window_closes_when_its_last_day_is_over(
    today: date, days_left: int, is_closed: bool
) -> None:
    assert (WINDOW.days_left(today), WINDOW.is_closed(today)) == (days_left, is_closed)


@pytest.mark.parametrize(
    ("wanted", "best"),
    [("en", "en"), ("en-GB", "en"), ("en_GB", "en"), ("es", "fr"), ("fr-CA", "fr"), ("", "fr")],
)
def test_best_language_is_the_nearest_or_the_first(ogp: Kit, wanted: str, best: str) -> None:
    assert ogp.best_language(wanted) == best


def test_planning_rules_keep_the_order_asked(ogp: Kit) -> None:
    assert planning_rules(ogp) == PlanRules(
        questions=(
            QuestionRule(id="q1", kind=QuestionKind.CARDS),
            QuestionRule(id="q2", kind=QuestionKind.CHOICES),
            QuestionRule(id="q3", kind=QuestionKind.BOXES),
        )
    )


def test_question_is_found_by_id(ogp: Kit) -> None:
    assert ogp.question("q2").choices == ("breadth", "investment", "community")
    with pytest.raises(KeyError):
        ogp.question("q9")
