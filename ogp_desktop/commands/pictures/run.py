"""Pictures of Run in every state of its clock, and of the windows beside it."""

from datetime import timedelta

from ogp_desktop.commands.pictures.studio import NOW, Studio
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import note_taking, reading, running
from ogp_desktop.ui.audience.audience_output import AudienceOutput
from ogp_desktop.ui.run.notes_model import NotesModel
from ogp_desktop.ui.run.plan_model import PlanModel
from ogp_desktop.ui.run.run_keys import RunKeys
from ogp_desktop.ui.run.run_model import RunModel
from ogp_desktop.ui.run.run_screen import RunScreen
from ogp_desktop.ui.run.timer_output import TimerOutput
from ogp_desktop.ui.stage import Stage


def first_question(studio: Studio) -> None:
    """The first question in each tone of the clock, and what the room sees beside it."""
    studio.header.show_saved(NOW)
    made = studio.sample(until="q1", minutes_before=-6.4)
    _type_half(studio, made)
    studio.open_page(made, Stage.RUN)
    studio.take("run")
    _take_audience(studio)
    _take_unsaved(studio)
    _take_fit(studio)
    _take_timer(studio, "timer")
    for tone, minutes_before in (("wrap-up", -1.0), ("over", 6.0)):
        made = studio.sample(until="q1", minutes_before=minutes_before)
        studio.open_page(made, Stage.RUN)
        studio.take(f"run-{tone}")
        _take_timer(studio, f"timer-{tone}")


def later_questions(studio: Studio) -> ConversationId:
    """The questions with choices and with boxes, counters of turns, all keys; return the last."""
    for number in (2, 3):
        made = studio.sample(until=f"q{number}", minutes_before=-2.0)
        studio.open_page(made, Stage.RUN)
        studio.take(f"run-question-{number}")
    press = studio.part(RunKeys).pressed.emit
    press("turns")
    for seat in "111114444995":
        studio.part(RunScreen).turns.turn_taken.emit(seat)
    studio.take("run-turns")
    press("all_keys")
    studio.take("run-keys")
    press("all_keys")
    return made


def gap(studio: Studio) -> None:
    """The question about minutes in which the computer slept."""
    studio.clock.move(-240)
    made = studio.sample(until="q1", minutes_before=-12.0)
    studio.open_page(made, Stage.RUN)
    studio.clock.move(240)
    studio.part(RunModel).tick()
    studio.take("run-gap")


def paused(studio: Studio, made: ConversationId) -> None:
    """A clock that stands, and individual views, which come when the questions are over."""
    running.pause(studio.at, conversation_id=made)
    studio.take_anew(made, Stage.RUN, "run-paused")
    studio.navigator.go(Stage.VIEWS)
    studio.take("individual-views")


def _type_half(studio: Studio, made: ConversationId) -> None:
    """Put the last thing that the group could do back into the entry box, half typed."""
    notes = reading.notes_of(studio.at, conversation_id=made)
    last = [note for note in notes if note.kind_id == "we"][-1]
    note_taking.delete_note(studio.at, note_id=last.id)
    words = last.text.split()
    entry = note_taking.Entry(
        question_id=last.question_id,
        kind_id=last.kind_id,
        text=" ".join(words[: len(words) * 2 // 3]),
        card_id=last.card_id,
        group_id=last.group_id,
    )
    note_taking.keep_draft(studio.at, conversation_id=made, entry=entry)


def _take_audience(studio: Studio) -> None:
    """Show what the room sees beside the page."""
    output = studio.part(AudienceOutput)
    output.open(studio.window)
    studio.take("audience", output.window)
    output.close()
    studio.window.activateWindow()


def _take_unsaved(studio: Studio) -> None:
    """Show what is said while the disk takes no words, and after they were put elsewhere."""

    def full() -> None:
        raise Trouble("disk_full")

    saving = studio.part(NotesModel).saving
    saving.do(full, lambda _line: None)
    saving.tell_copy("/media/usb/notes.txt")
    studio.take("run-unsaved")
    saving.line_wanted.emit()


def _take_fit(studio: Studio) -> None:
    """Show what ending a quarter of an hour earlier would change, and what taking it says."""
    plan = studio.part(PlanModel)
    ends_at = NOW + timedelta(minutes=28)
    plan.open_fit()
    plan.fit_to_end(ends_at.hour, ends_at.minute)
    studio.take("run-refit-preview")
    plan.take_fit()
    studio.take("run-refit-taken")
    plan.undo()
    plan.close_news()


def _take_timer(studio: Studio, name: str) -> None:
    """Show the small timer window."""
    timer = studio.part(TimerOutput)
    timer.toggle()
    studio.take(name, timer.window)
    timer.toggle()
    studio.window.activateWindow()
