"""Tells every screen, after a commit, which facts to read again; the one place that does."""

from PySide6.QtCore import QObject, Signal

from ogp_desktop.services.changes import Changes


class Bus(QObject):
    """Signals: ``changed(changes: Changes, initiator: object)``; a model ignores its own echo."""

    changed = Signal(object, object)

    def tell(self, changes: Changes, initiator: object = None) -> None:
        """Announce what a service touched. To be called in the GUI thread."""
        self.changed.emit(changes, initiator)
