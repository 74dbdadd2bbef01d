"""Every gap leads to a row that is there, and every word that goes can be read before."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.review import Coverage
from ogp_desktop.domain.review_edits import answer, cover, reword, summarise, take_out
from ogp_desktop.domain.review_lines import lines_of
from ogp_desktop.kits.localised import in_language
from ogp_desktop.services import reviewing, sample, sealing
from ogp_desktop.services.reviewing import Reviewed, gaps_of
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.form_state import FieldMode
from ogp_desktop.ui.review.places import CHECK, CONSENT, FORM, Places
from ogp_desktop.ui.review.review_state import Mode, Shown, mode_of, review_state
from ogp_desktop.ui.review.row_words import row_sentence
from ogp_desktop.ui.words_submission import submission_html

Hold = Callable[..., ConversationId]


@pytest.fixture
def facts(desk: Desk, hold: Hold) -> Reviewed:
    """Give the sample, held and not reviewed."""
    return reviewing.reviewed(desk.workplace, conversation_id=hold())


def test_each_gap_leads_to_a_row_of_its_section(facts: Reviewed, qapp: QApplication) -> None:
    kit = in_language(facts.kit, "fr")
    review = facts.review
    first, *_, last = lines_of(review)
    review = reword(review, first.id, "+228 90 12 34 56")
    review = reword(review, last.id, "+228 90 12 34 57")
    review = answer(summarise(review, "a@example.org"), "local_wording", "a@example.org")
    review = cover(review, "q2", Coverage.NOT_REACHED)
    stop = review.questions[2].boxes["stop"][0].id
    review = take_out(review, stop)
    review = replace(
        review, questions=(replace(review.questions[0], items=()), *review.questions[1:])
    )
    places = Places(review)
    found = gaps_of(review, facts.kit, 18)
    assert len({gap.kind for gap in found}) >= 6
    for gap in found:
        place = places.of(gap)
        state = review_state(facts, review, kit, Shown(section=place.section, row=place.row))
        fields = {one.field.id for section in state.form for one in section.fields}
        keys = {FORM: fields, CONSENT: {place.row}}.get(
            place.section, {row.key for row in state.rows}
        )
        assert place.row in keys, gap


def test_rows_of_every_section_have_words(facts: Reviewed, qapp: QApplication) -> None:
    kit = in_language(facts.kit, "en")
    keys = [
        row.key for row in review_state(facts, facts.review, kit, Shown(section=CHECK)).sections
    ]
    for key in keys:
        state = review_state(facts, facts.review, kit, Shown(section=key))
        assert all(row_sentence(row) for row in (*state.sections, *state.rows, *state.notes))
        assert len({row.key for row in state.rows}) == len(state.rows)


def test_form_takes_over_what_is_known_and_keeps_contact_apart(facts: Reviewed) -> None:
    state = review_state(facts, facts.review, in_language(facts.kit, "fr"), Shown(section=FORM))
    fields = {one.field.id: one for section in state.form for one in section.fields}
    assert fields["date"].value == "2022-08-01"
    assert (fields["minutes_planned"].value, fields["minutes_held"].value) == (90, 89)
    assert fields["groups"].value == {
        "government": 4, "civil_society": 7, "media": 3, "youth": 4
    }  # fmt: skip
    assert fields["questions_group"].value == ("q1", "q2", "q3")
    assert fields["contact_address"].mode is FieldMode.APART
    assert fields["gender"].mode is FieldMode.ASKED
    assert fields["country"].is_missing
    assert "summary" not in fields


def test_small_room_is_not_asked_for_its_parts(facts: Reviewed) -> None:
    plan = replace(facts.conversation.preparation, people=6, group_counts={})
    few = replace(facts, conversation=replace(facts.conversation, preparation=plan))
    state = review_state(few, facts.review, in_language(facts.kit, "fr"), Shown(section=FORM))
    fields = {one.field.id: one for section in state.form for one in section.fields}
    assert {fields[one].mode for one in ("gender", "age", "new_to_ogp", "reached", "groups")} == {
        FieldMode.TOO_FEW
    }


def test_every_word_that_goes_can_be_read_before(
    desk: Desk, facts: Reviewed, script: sample.Sample, qapp: QApplication
) -> None:
    conversation = facts.conversation.id
    sample.review_sample(desk.workplace, script, conversation)
    submission = sealing.preview(desk.workplace, conversation_id=conversation)
    page = submission_html(submission, in_language(facts.kit, "fr")).replace("&#x27;", "'")
    page = page.replace("\u00a0", " ")
    for line in lines_of(reviewing.reviewed(desk.workplace, conversation_id=conversation).review):
        assert line.text in page
    assert submission.observations.summary in page
    assert submission.observations.follow_up in page
    assert "TG" in page


def test_draft_is_closed_after_the_seal_until_somebody_corrects(
    desk: Desk, facts: Reviewed, script: sample.Sample
) -> None:
    conversation = facts.conversation.id
    sample.review_sample(desk.workplace, script, conversation)
    sealing.seal(desk.workplace, conversation_id=conversation)
    sealed = reviewing.reviewed(desk.workplace, conversation_id=conversation)
    assert mode_of(facts, is_correcting=False) is Mode.OPEN
    assert mode_of(sealed, is_correcting=False) is Mode.SEALED
    assert mode_of(sealed, is_correcting=True) is Mode.OPEN
