"""Tells the person of what fails where nothing waits for it, and lets the program go on."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from ogp_desktop import logs
from ogp_desktop.domain.errors import Trouble

if TYPE_CHECKING:
    from ogp_desktop.ui.shell.messages import Messages

_log = logging.getLogger("ogp_desktop.program")


class Faults:
    """``messages`` is asked for only when there is something to tell."""

    def __init__(self, messages: Callable[[], "Messages"]) -> None:
        self._messages = messages

    def watch(self) -> None:
        """Hear of every fault of the program from now on."""
        sys.excepthook = self.crashed

    def rest(self) -> None:
        """Leave faults to Python again."""
        sys.excepthook = sys.__excepthook__

    def beside(self, error: Exception) -> None:
        """Tell what the world did to work that nobody looks at; a fault of ours is only logged."""
        _log.error("beside: %s", logs.describe(error))
        if isinstance(error, Trouble):
            self._messages().show_trouble(error)

    def crashed(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Say that the fault is ours, what is safe, and go on."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("fault: %s", logs.describe(error))
        if isinstance(error, Trouble):
            self._messages().show_trouble(error)
        else:
            self._messages().show_crash(logs.describe(error))
