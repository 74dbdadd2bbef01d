"""The five stages of a conversation, and what the shell may ask of the screen that shows one."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Stage(StrEnum):
    """The stages in their order."""

    PREPARE = "prepare"
    RUN = "run"
    VIEWS = "views"
    REVIEW = "review"
    SEND = "send"


class StageScreen(QWidget):
    """A screen in the shell. It shows a state and emits intentions; it decides nothing.

    Every screen, and every part of one, shows its state through ``show_state``; ``render`` is
    Qt's own word for painting a widget into something else.

    Signals: ``stage_requested(stage)`` asks the shell for another stage of the same conversation;
    ``home_requested()`` for Home; ``conversation_requested(id, stage)`` for a stage of any
    conversation; ``correction_requested(id)`` for a corrected copy of what was sealed;
    ``saved(at)`` tells that words reached the disk at this time, ``unsaved(since)`` that they do
    not since then, which the screen says in place; ``trouble_met(error)`` hands over a ``Trouble``
    that the screen cannot show in place; ``rehearsal_requested(speed)`` asks to try this
    conversation out; ``kit_import_requested()`` to add a kit, which is done on Home.
    """

    stage_requested = Signal(object)
    home_requested = Signal()
    conversation_requested = Signal(str, object)
    saved = Signal(object)
    unsaved = Signal(object)
    trouble_met = Signal(object)
    correction_requested = Signal(str)
    rehearsal_requested = Signal(int)
    kit_import_requested = Signal()

    @property
    def is_whole(self) -> bool:
        """Tell whether all its parts are made; one that is made in turns says when."""
        return True

    def heading(self) -> str:
        """Return what the bar calls a page that belongs to no conversation; empty for none."""
        return ""

    def first_focus(self) -> QWidget | None:
        """Return the widget that takes the cursor when the screen opens."""
        return None

    def open_correction(self) -> None:
        """Open a corrected copy of what is sealed, where it is reviewed."""

    def leave(self) -> None:
        """Save what is being typed; called before another screen is shown and before the end."""
