"""The Run screen as a person uses it: by keys, by what stands on it, and by buttons with words."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import preparing
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.plan_model import PlanModel
from ogp_desktop.ui.run.run_model import RunModel
from ogp_desktop.ui.run.run_opening import open_run
from ogp_desktop.ui.run.run_screen import RunScreen
from tests.support.alone import show_alone, visible_buttons
from tests.support.clock import FixedClock

KIT = "ogp-strategy-2022"


def new_conversation(desk: Desk, *, kit: str = KIT, language: str = "en") -> ConversationId:
    """Keep a conversation that nobody has started."""
    made = preparing.create_conversation(
        desk.workplace, kit_id=kit, language=language, title="Hall"
    )
    return made.id


def words_of(button: QAbstractButton) -> str:
    """Return what a button is read out as: its name, else its words."""
    return button.accessibleName() or button.text()


class RunPage:
    """An open Run screen in its own window."""

    def __init__(
        self,
        qtbot: QtBot,
        desk: Desk,
        conversation_id: ConversationId,
        size: tuple[int, int] = (1280, 752),
    ) -> None:
        self.qtbot = qtbot
        self.desk = desk
        self.screen: RunScreen = open_run(desk, conversation_id)
        show_alone(qtbot, self.screen, size)
        found = self.screen.findChild(RunModel)
        assert found is not None
        self.model = found
        plan = found.findChild(PlanModel)
        assert plan is not None
        self.plan = plan

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key wherever the cursor is."""
        target = self.screen.focusWidget() or self.screen
        self.qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def click(self, words: str) -> None:
        """Press the visible button whose words begin like this."""
        self.qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QAbstractButton:
        """Wait for the visible button whose words or name begin like this."""

        def found() -> list[QAbstractButton]:
            return [one for one in self.buttons() if words_of(one).startswith(words)]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    def buttons(self) -> list[QAbstractButton]:
        """Return every visible button."""
        return visible_buttons(self.screen)

    def pass_time(self, **by: float) -> None:
        """Let time pass, a tick every twenty seconds, so that nobody sleeps."""
        clock = self.desk.workplace.clock
        assert isinstance(clock, FixedClock)
        left = timedelta(**by)
        while left > timedelta(0):
            step = min(left, timedelta(seconds=20))
            clock.advance(step)
            left -= step
            self.model.tick()

    def sleep(self, **by: float) -> None:
        """Let the computer sleep."""
        clock = self.desk.workplace.clock
        assert isinstance(clock, FixedClock)
        clock.advance(timedelta(**by))
        self.model.tick()
