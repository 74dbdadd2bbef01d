"""Turns typed counts into service calls; what is refused stays in its field with the reason."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.individual_views import IndividualViews
from ogp_desktop.kits.localised import in_language
from ogp_desktop.paths import data_root
from ogp_desktop.services import tallying
from ogp_desktop.services.changes import Changes, Touched
from ogp_desktop.services.reading import planned_minutes, prepared
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.views.paper_words import PaperWords
from ogp_desktop.ui.views.views_state import ITEM, ViewsState, views_state

_SHOWN = {Touched.VIEWS, Touched.PREPARATION, Touched.TIMING, Touched.CONVERSATIONS}


class ViewsModel(QObject):
    """Signals: ``state_changed(ViewsState)``, ``saved(datetime)``, ``trouble_met(Trouble)``."""

    state_changed = Signal(object)
    saved = Signal(object)
    trouble_met = Signal(object)

    def __init__(
        self, desk: Desk, conversation_id: ConversationId, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = conversation_id
        self._typed: IndividualViews | None = None
        self._refusal: Refusal | None = None
        self._asks_to_close = False
        self._printed_to: str | None = None
        self._read()
        desk.bus.changed.connect(self._on_changed)

    def state(self) -> ViewsState:
        """Return what to show now."""
        return views_state(
            self._found,
            self._typed or self._views,
            minutes=self._minutes,
            asks_to_close=self._asks_to_close,
            refusal=self._refusal,
            printed_to=self._printed_to,
        )

    def tell(self) -> None:
        """Emit the state of the moment."""
        self.state_changed.emit(self.state())

    def change(self, views: IndividualViews) -> None:
        """Keep the counts, or show them beside the reason why they cannot be kept."""
        if views == (self._typed or self._views):
            return
        self._asks_to_close = False
        self._typed = views
        self._do(
            lambda: tallying.keep_views(self._desk.workplace, conversation_id=self._id, views=views)
        )

    def close(self) -> None:
        """Close the collection; ask first when sheets are missing, unless it is refused anyway.

        Counts that could not be kept are put right first: closing would show those kept before.
        """
        if self._typed is not None:
            self.tell()
            return
        state = self.state()
        is_uneven = bool(state.missing or state.uneven) and not state.is_over
        if is_uneven and not self._asks_to_close:
            self._asks_to_close = True
            self.tell()
            return
        self._asks_to_close = False
        self._do(lambda: tallying.close_views(self._desk.workplace, conversation_id=self._id))

    def go_on(self) -> None:
        """Go on counting after the question."""
        self._asks_to_close = False
        self.tell()

    def reopen(self) -> None:
        """Open the collection again, which hides the results."""
        self._do(lambda: tallying.reopen_views(self._desk.workplace, conversation_id=self._id))

    def print_sheet(self, path: Path) -> None:
        """Write the paper sheet as a PDF, beside the window's own work."""
        language = self._found.conversation.preparation.language
        kit = in_language(self._found.kit, language)
        sheet = PaperWords(language, data_root()).sheet(kit)
        self._desk.workshop.run(
            partial(self._desk.write_paper_sheet, sheet, path),
            lambda _nothing: self._printed(path),
            self._not_printed,
        )

    def _do(self, work: Callable[[], Changes]) -> None:
        try:
            told = work()
        except Refusal as refusal:
            self._refusal = refusal
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
        else:
            self._typed = self._refusal = None
            self._read()
            self.saved.emit(self._desk.workplace.clock.now())
            self._desk.bus.tell(told, self)
        self.tell()

    def _read(self) -> None:
        self._found = prepared(self._desk.workplace, conversation_id=self._id)
        planned = planned_minutes(self._desk.workplace, conversation_id=self._id)
        self._minutes = planned.get(ITEM, 0)
        self._views = tallying.views(self._desk.workplace, conversation_id=self._id)

    def _on_changed(self, told: Changes, initiator: object) -> None:
        is_ours = told.conversation_id in {None, self._id}
        if initiator is not self and is_ours and told.touched & _SHOWN:
            self._read()
            self.tell()

    def _printed(self, path: Path) -> None:
        if isValid(self):
            self._printed_to = str(path)
            self.tell()

    def _not_printed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self):
            self.trouble_met.emit(error)
