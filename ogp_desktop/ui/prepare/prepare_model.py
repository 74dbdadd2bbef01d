"""Turns what the host decides into service calls, and keeps a state of the Prepare screen.

A decision is on disk when the state says so; a refused one stays in its field with the reason.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ogp_desktop.domain.clock import moment
from ogp_desktop.domain.conversation import Conversation, ConversationState, Preparation
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.turns import TurnsBy
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import Kit
from ogp_desktop.services import counting_turns, preparing, running
from ogp_desktop.services.changes import Changes, Touched
from ogp_desktop.services.reading import prepared
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.prepare.agenda_view import QuestionMoved, question_moved
from ogp_desktop.ui.prepare.keeping import keep_what_can_be
from ogp_desktop.ui.prepare.minute_watch import MinuteWatch
from ogp_desktop.ui.prepare.pack_making import PackMaking
from ogp_desktop.ui.prepare.past_looking import PastLooking
from ogp_desktop.ui.prepare.prepare_state import (
    KitChoice,
    PrepareState,
    kit_choices,
    prepare_state,
)
from ogp_desktop.ui.prepare.second_screen import SecondScreen, test_picture

UNDO_STEPS = 20


class PrepareModel(QObject):
    """Signals: ``state_changed(PrepareState)``; ``started()`` when the clock goes;
    ``saved(datetime)``; ``trouble_met(Trouble)``.
    """

    state_changed = Signal(object)
    started = Signal()
    saved = Signal(object)
    trouble_met = Signal(object)

    def __init__(
        self,
        desk: Desk,
        conversation_id: ConversationId,
        second: SecondScreen,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._second = second
        self._id = conversation_id
        self._found = prepared(desk.workplace, conversation_id=conversation_id)
        self._kits: tuple[KitChoice, ...] = ()
        self._undo: list[Conversation] = []
        self._typed: Preparation | None = None
        self._refusal: Refusal | None = None
        self._moved: QuestionMoved | None = None
        self.packs = PackMaking(desk, lambda: self._found, self)
        self.packs.changed.connect(self.tell)
        self.packs.made.connect(self._kept_beside)
        self.packs.trouble_met.connect(self.trouble_met)
        self.past = PastLooking(desk, self)
        self.past.changed.connect(self.tell)
        self.past.trouble_met.connect(self.trouble_met)
        self.minutes = MinuteWatch(desk.workplace.clock, self)
        self.minutes.passed.connect(self.tell)
        desk.bus.changed.connect(self._on_changed)
        second.changed.connect(self.tell)
        desk.workshop.run(desk.workplace.library.kits, self._on_kits, self._on_failed)
        self.past.look(self._found.kit.id)

    def state(self) -> PrepareState:
        """Return what to show now."""
        return prepare_state(
            self._found,
            now=moment(self._desk.workplace.clock),
            pack=self.packs.view(),
            kits=self._kits,
            screen=self._second.fact(),
            typed=self._typed,
            refusal=self._refusal,
            can_undo=bool(self._undo),
            moved=self._moved,
            past=self.past.past,
        )

    def tell(self) -> None:
        """Emit the state of the moment."""
        self.state_changed.emit(self.state())

    def change(self, preparation: Preparation) -> None:
        """Keep what the host decided, or show it beside the reason why it cannot be."""
        if preparation == (self._typed or self._found.conversation.preparation):
            return
        before = self._found.conversation
        refusal: Refusal | None = None
        try:
            told, refusal = self._keep(preparation)
        except Trouble as trouble:
            self._typed = preparation
            self._meet(trouble)
            return
        self._kept(told)
        if refusal is not None:
            self._typed, self._refusal = preparation, refusal
        if self._found.conversation.agenda != before.agenda:
            self._remember(before)
        self.tell()

    def _keep(self, wanted: Preparation) -> tuple[Changes, Refusal | None]:
        stored = self._found.conversation.preparation
        if not self.state().is_editable:
            wanted = replace(stored, title=wanted.title, place=wanted.place)
        return keep_what_can_be(wanted, stored, self._write)

    def _write(self, wanted: Preparation) -> Changes:
        at = self._desk.workplace
        if self.state().is_editable:
            return preparing.change_preparation(at, conversation_id=self._id, preparation=wanted)
        return preparing.rename_conversation(
            at, conversation_id=self._id, title=wanted.title, place=wanted.place
        )

    def choose_kit(self, kit_id: str) -> None:
        """Pin another kit; the agenda is planned anew and cannot be undone to the old kit."""
        if kit_id == self._found.kit.id:
            return
        at = self._desk.workplace
        self._do(
            lambda: preparing.change_kit(at, conversation_id=self._id, kit_id=kit_id),
            self._undo.clear,
        )

    def set_minutes(self, item_id: str, minutes: int) -> None:
        """Set one item of the agenda by hand."""
        self._edit_agenda(
            lambda: preparing.set_item_minutes(
                self._desk.workplace, conversation_id=self._id, item_id=item_id, minutes=minutes
            )
        )

    def fit(self) -> None:
        """Fit the agenda to its minutes again; can be undone."""
        self._edit_agenda(
            lambda: preparing.fit_agenda(self._desk.workplace, conversation_id=self._id)
        )

    def fit_to(self, minutes: int) -> None:
        """Give it other minutes and fit the agenda to them; can be undone."""
        self._edit_agenda(
            lambda: preparing.fit_to_minutes(
                self._desk.workplace, conversation_id=self._id, minutes=minutes
            )
        )

    def take_usual(self) -> None:
        """Plan by what past conversations took; can be undone."""
        self._edit_agenda(
            lambda: preparing.take_usual_times(self._desk.workplace, conversation_id=self._id)
        )

    def move_out(self, question_id: str) -> None:
        """Leave a question to each person alone; can be undone."""
        self._move(
            question_id,
            lambda: preparing.move_question_out(
                self._desk.workplace, conversation_id=self._id, question_id=question_id
            ),
        )

    def take_back(self, question_id: str) -> None:
        """Let the group talk about a question again; can be undone."""
        self._move(
            question_id,
            lambda: preparing.take_question_back(
                self._desk.workplace, conversation_id=self._id, question_id=question_id
            ),
        )

    def _move(self, question_id: str, edit: Callable[[], Changes]) -> None:
        before = self._found.conversation.agenda
        self._edit_agenda(edit)
        after = self._found.conversation.agenda
        self._moved = question_moved(question_id, before, after, self._found.kit)
        self.tell()

    def count_turns(self, by: TurnsBy | None) -> None:
        """Count turns from the start on, or not; what stands refused in a field stays there."""
        try:
            told = counting_turns.count_by(self._desk.workplace, conversation_id=self._id, by=by)
        except Trouble as trouble:
            self._meet(trouble)
        else:
            self._kept_beside(told)
        self.tell()

    def undo(self) -> None:
        """Put the agenda, and what it was planned for, back as it was one step ago."""
        if not self._undo:
            return
        at, before = self._desk.workplace, self._undo.pop()
        self._do(lambda: preparing.put_back_plan(at, conversation_id=self._id, plan=before))

    def start(self) -> None:
        """Start the clock, unless it was started already, and ask for the Run screen."""
        if self._refusal is not None:
            return
        if self.state().is_editable:
            try:
                told = running.start(self._desk.workplace, conversation_id=self._id)
            except Trouble as trouble:
                self._meet(trouble)
                return
            self._kept(told)
        self.started.emit()

    def leave(self) -> None:
        """Mark what is prepared as ready to run, so that Home says so; it can still be changed."""
        self._second.stop()
        is_draft = self._found.conversation.state is ConversationState.DRAFT
        if is_draft and self.state().is_prepared:
            try:
                told = preparing.mark_ready(self._desk.workplace, conversation_id=self._id)
            except Trouble as trouble:
                self._meet(trouble)
            else:
                self._kept(told)

    def test_screen(self) -> None:
        """Show the first question on the room's screen, or take it off."""
        language = self._found.conversation.preparation.language
        self._second.test(test_picture(in_language(self._found.kit, language)))

    def look_for_screens(self) -> None:
        """Look again whether there is a second screen."""
        self._second.look_again(self._desk.workplace.clock.now())

    def _edit_agenda(self, edit: Callable[[], Changes]) -> None:
        before = self._found.conversation
        self._do(edit, lambda: self._remember(before))

    def _do(self, verb: Callable[[], Changes], once_kept: Callable[[], None] | None = None) -> None:
        try:
            told = verb()
        except Refusal as refusal:
            self._refusal = refusal
        except Trouble as trouble:
            self._meet(trouble)
        else:
            self._kept(told)
            if once_kept is not None:
                once_kept()
        self.tell()

    def _remember(self, before: Conversation) -> None:
        self._undo = [*self._undo, before][-UNDO_STEPS:]

    def _kept(self, told: Changes) -> None:
        self._typed = self._refusal = self._moved = None
        self._read()
        self.saved.emit(self._found.conversation.updated_at)
        self._desk.bus.tell(told, self)

    def _kept_beside(self, told: Changes) -> None:
        self._read()
        self._desk.bus.tell(told, self)

    def _read(self) -> None:
        self._found = prepared(self._desk.workplace, conversation_id=self._id)
        self.past.look(self._found.kit.id)

    def _meet(self, trouble: Trouble) -> None:
        self.trouble_met.emit(trouble)

    def _on_changed(self, told: Changes, initiator: object) -> None:
        concerns = told.touched & {Touched.PREPARATION, Touched.CONVERSATIONS}
        if initiator is self or not concerns or told.conversation_id not in {None, self._id}:
            return
        self._read()
        self.tell()

    def _on_kits(self, kits: tuple[Kit, ...]) -> None:
        if isValid(self):
            self._kits = kit_choices(kits, self._found.conversation.preparation.language)
            self.tell()

    def _on_failed(self, error: Exception) -> None:
        if isValid(self) and isinstance(error, Trouble):
            self._meet(error)
