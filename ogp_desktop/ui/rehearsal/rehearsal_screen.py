"""A rehearsal on the very Run screen, marked as one in words; leaving it drops everything."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.runtime.bus import Bus
from ogp_desktop.runtime.chime import Chime
from ogp_desktop.services.rehearsing import Rehearsal
from ogp_desktop.ui import words_rehearsal
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.layout_size import layout_size
from ogp_desktop.ui.rehearsal.sample_notes import SampleNotes
from ogp_desktop.ui.run.run_model import RunModel
from ogp_desktop.ui.run.run_opening import open_run
from ogp_desktop.ui.run.run_screen import RunScreen
from ogp_desktop.ui.stage import StageScreen
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.notice import Banner, announce

_LEAVE = "leave"


class RehearsalScreen(StageScreen):
    """The Run screen under a band that leads out; the bar says what this is. ``ended()`` to go
    back.
    """

    ended = Signal()

    def __init__(self, theme: Theme, run: RunScreen, speed: int, drop: Callable[[], None]) -> None:
        super().__init__()
        self._theme = theme
        self._run = run
        self._speed = speed
        self._drop: Callable[[], None] | None = drop
        self._has_nothing_to_review = False
        self.band = Banner(theme, "", kind="info")
        self.band.action_chosen.connect(self.ended)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(run, 1)
        run.stage_requested.connect(self._stay)
        run.trouble_met.connect(self.trouble_met)
        self._retranslate()

    @property
    def is_whole(self) -> bool:
        """Tell whether the Run screen in it is."""
        return self._run.is_whole

    def heading(self) -> str:
        """Say in the bar too that nothing here is real."""
        return words_rehearsal.title(self._speed)

    def first_focus(self) -> QWidget | None:
        """As on Run."""
        return self._run.first_focus()

    def leave(self) -> None:
        """Drop everything, once."""
        drop, self._drop = self._drop, None
        if drop is not None:
            self._run.leave()
            drop()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With hardly any height, leave the words to the bar, whose way back leads out."""
        super().resizeEvent(event)
        size = layout_size(self.width(), self.height(), self._theme.text_scale)
        self.band.set_is_thin(size.is_tiny)
        self.band.setVisible(self._has_nothing_to_review or not size.is_tiny)

    def _stay(self, _stage: object) -> None:
        """A rehearsal leads to no other stage, so that nothing of it can be reviewed or sent."""
        self._has_nothing_to_review = True
        self._retranslate()
        self.band.show()
        announce(self.band, self.band.words.text())

    def _retranslate(self) -> None:
        words = (
            words_rehearsal.nothing_to_review()
            if self._has_nothing_to_review
            else words_rehearsal.invitation()
        )
        self.band.set_text(words)
        self.band.set_choices([Choice(_LEAVE, words_rehearsal.leave())])


def open_rehearsal(desk: Desk, rehearsal: Rehearsal, back: Callable[[], None]) -> RehearsalScreen:
    """Return the screen, over a desk of its own: no sound, no way out, another data file.

    ``back`` leads to where the person came from.
    """
    apart = replace(
        desk,
        workplace=rehearsal.at,
        bus=Bus(),
        chime=Chime(),
        open_gateway=None,
        wake_delivery=lambda: None,
        stop_sending=lambda _item: False,
        speed=rehearsal.speed,
    )
    run = open_run(apart, rehearsal.conversation_id, in_turns=True)
    model = run.findChild(RunModel)

    def drop() -> None:
        if model is not None:
            model.stop()
        # After whatever still reads it there.
        desk.workshop.run(rehearsal.close, lambda _: None, lambda _: None)

    screen = RehearsalScreen(desk.theme, run, rehearsal.speed, drop)
    screen.ended.connect(back)
    apart.bus.setParent(screen)
    if model is not None and rehearsal.sample is not None:
        notes = SampleNotes(apart, rehearsal.conversation_id, rehearsal.sample, screen)
        model.strip_changed.connect(notes.follow)
    return screen
