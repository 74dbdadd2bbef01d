"""What the pill of the network opens: the system's hint, and a test for whoever wants to know."""

from PySide6.QtCore import QObject

from ogp_desktop.ui.connection_test import ConnectionTest
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.shell.messages import Messages
from ogp_desktop.ui.shell.network_hint import NetworkHint


class ConnectionNotice(QObject):
    """``notice.show(hint)``; nothing is asked of the network before a press on the test."""

    def __init__(self, desk: Desk, messages: Messages) -> None:
        super().__init__(messages)
        self._messages = messages
        self._test = ConnectionTest(desk, self)
        self._test.told.connect(messages.show_probed)
        self._test.trouble_met.connect(messages.show_trouble)
        messages.probe_requested.connect(self._test.run)

    def show(self, hint: NetworkHint) -> None:
        """Say what the system reports."""
        self._messages.show_network(hint, has_test=self._test.is_possible)
