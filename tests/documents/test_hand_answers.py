"""Every answer that can be copied by hand has a name that kits may use, and is said once."""

from PySide6.QtGui import QGuiApplication

from ogp_desktop.documents.hand_answers import hand_answers
from ogp_desktop.domain.hand_form import ANSWER_IDS, FIELD, QUESTION, Answer
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.reading import read_kit
from tests.support.kits import BUILT_IN
from tests.support.submissions import sample_submission

KIT = in_language(read_kit(BUILT_IN / "ogp-strategy-2022"), "en")


def _answers(_app: QGuiApplication) -> dict[str, Answer]:
    made = hand_answers(sample_submission(), KIT)
    assert len({one.id for one in made}) == len(made)
    return {one.id: one for one in made}


def test_each_answer_has_a_name_that_a_kit_may_use(qapp: QGuiApplication) -> None:
    plain = {one for one in _answers(qapp) if not one.startswith((QUESTION, FIELD))}
    assert plain <= set(ANSWER_IDS)
    assert {"date", "place", "people", "summary", "reference"} <= plain


def test_every_question_that_was_answered_is_there_with_what_was_said(
    qapp: QGuiApplication,
) -> None:
    sample, found = sample_submission(), _answers(qapp)
    said = "\n".join(one.text for one in found.values())
    for cards in sample.observations.cards:
        assert all(card.text in found[QUESTION + cards.question_id].text for card in cards.chosen)
    for text in (sample.observations.summary, sample.observations.follow_up):
        assert text in said


def test_nothing_is_empty_and_nothing_is_markup(qapp: QGuiApplication) -> None:
    for one in _answers(qapp).values():
        assert one.label
        assert one.text == one.text.strip() != ""
        assert not {"<p", "<td", "</"} & {one.text[i : i + 2] for i in range(len(one.text))}


def test_totals_stand_beside_their_answers(qapp: QGuiApplication) -> None:
    views = sample_submission().views
    assert views is not None
    lines = _answers(qapp)["individual_views"].text.splitlines()
    counted = [line.rpartition(": ")[2] for line in lines if ": " in line]
    for tally in views.tallies:
        assert str(tally.count) in counted
