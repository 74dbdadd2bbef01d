"""The foot of Prepare: what is ready and what is not, in words, and the one primary button."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ogp_desktop.domain.conversation import ConversationState, Role
from ogp_desktop.services.rehearsing import SPEEDS
from ogp_desktop.ui import words_pack, words_rehearsal
from ogp_desktop.ui.prepare.prepare_state import PrepareState
from ogp_desktop.ui.prepare.time_offer import LateOffer
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Tone
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Line
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label
from ogp_desktop.ui.widgets.pill import Pill, Tag
from ogp_desktop.ui.words_prepare import agenda_readiness


class ReadyBar(QFrame):
    """``start_requested()`` when the primary button is pressed; ``rehearsal_requested(speed)``;
    ``agenda_requested()`` when what the agenda lacks is pressed.
    """

    agenda_requested = Signal()
    start_requested = Signal()
    rehearsal_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("look", "foot")
        self._is_short = False
        self._state: PrepareState | None = None
        self._title = Label(theme, "", "strong")
        self._facts = [Tag(theme) for _ in range(6)]
        self._leads = [Pill(theme, icon="triangle-alert", tone="warn") for _ in range(2)]
        self.start = Button(theme, "", "primary", icon_after="arrow-right")
        self.start.clicked.connect(self.start_requested)
        self.rehearse = Button(theme, "", "quiet", icon_after="chevron-down")
        self.rehearse.clicked.connect(self._offer_speeds)
        tags = FlowBox(theme, 8)
        tags.add(self._title)
        for lead in self._leads:
            lead.clicked.connect(self.agenda_requested)
            tags.add(lead)
        for tag in self._facts:
            tags.add(tag)
        self._row = QHBoxLayout()
        self._row.addWidget(tags, 1)
        self._row.addWidget(self.rehearse)
        self._row.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        column.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: PrepareState) -> None:
        """Say what is ready. Only a refused field holds the start back; the rest is advice."""
        self._state = state
        facts = self._facts_of(state)
        lacks = self._lacks_of(state)
        for index, lead in enumerate(self._leads):
            lead.setText(lacks[index] if index < len(lacks) else "")
            lead.setToolTip(self.tr("Show what could help, in the agenda"))
            lead.setVisible(index < len(lacks))
        for tag, (words, icon, tone) in zip(self._facts, facts, strict=False):
            tag.set_look(icon, tone)
            tag.setText(words)
            tag.updateGeometry()
        for index, tag in enumerate(self._facts):
            is_news = index < len(facts) and facts[index][2] not in {"ok", "neutral"}
            tag.setVisible(index < len(facts) and (is_news or not self._is_short))
        self.start.setEnabled(state.refusal is None)
        self.rehearse.setText(words_rehearsal.rehearse())
        self.rehearse.setEnabled(state.refusal is None)
        if state.is_editable:
            is_ready = not lacks and all(tone in {"ok", "neutral"} for _, _, tone in facts)
            self._title.setText(
                self.tr("Ready to run") if is_ready else self.tr("Before you start")
            )
            self.start.setText(self.tr("Start"))
        else:
            self._title.setText(
                self.tr("The conversation is over")
                if state.is_held
                else self.tr("The clock is running")
                if state.stage is ConversationState.RUNNING
                else self.tr("The clock is paused")
            )
            self.start.setText(self.tr("Go back to Run"))

    def set_is_short(self, is_short: bool) -> None:
        """Where height is scarce, name only what is not as it should be."""
        if is_short != self._is_short:
            self._is_short = is_short
            if self._state is not None:
                self.show_state(self._state)

    def speeds(self) -> QMenu:
        """Return the menu of how fast a rehearsal goes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for times in SPEEDS:
            speed = menu.addAction(words_rehearsal.speed(times))
            speed.triggered.connect(lambda _=False, of=times: self.rehearsal_requested.emit(of))
        return menu

    def _offer_speeds(self) -> None:
        menu = self.speeds()
        above = QPoint(0, -menu.sizeHint().height())
        menu.popup(self.rehearse.mapToGlobal(above))

    def _facts_of(self, state: PrepareState) -> list[tuple[str, str, Tone]]:
        if not state.is_editable:
            return []
        facts: list[tuple[str, str, Tone]] = []
        if state.refusal is not None:
            facts.append((self.tr("One field needs a change"), "octagon-alert", "over"))
        if state.agenda.fits:
            facts.append((agenda_readiness(state.agenda), *_mark(is_ready=True)))
        has_notes = Role.NOTE_TAKER in state.preparation.roles
        words = self.tr("Note-taker set") if has_notes else self.tr("No note-taker yet")
        facts.append((words, *_mark(is_ready=has_notes)))
        has_screen = state.screen.name is not None
        words = self.tr("Second screen found") if has_screen else self.tr("Only one screen found")
        # One screen is enough: the question is read aloud.
        facts.append((words, "check", "ok") if has_screen else (words, "monitor", "neutral"))
        facts.append(words_pack.readiness(state.pack))
        return facts

    def _lacks_of(self, state: PrepareState) -> list[str]:
        """Name what the agenda lacks: each leads to what stands there to mend it."""
        lacks: list[str] = []
        if state.is_editable and not state.agenda.fits:
            lacks.append(agenda_readiness(state.agenda))
        if state.is_editable and isinstance(state.offer, LateOffer):
            lacks.append(self.tr("Too little time left"))
        return lacks

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(14), px(8), px(14), px(8))
        self._row.setSpacing(px(12))


def _mark(*, is_ready: bool) -> tuple[str, Tone]:
    return ("check", "ok") if is_ready else ("triangle-alert", "warn")
