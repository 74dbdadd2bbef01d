"""Where the open rows and fields of Review say what a person wants; the model listens to it."""

from PySide6.QtCore import QObject, Signal


class Wishes(QObject):
    """Signals: ``edit_requested(Edit)``; ``add_requested(Spot, kind_id, text)``;
    ``gap_chosen(GapRow)``; ``use_requested(note_id)``; ``merge_note_requested(note_id)``.
    """

    edit_requested = Signal(object)
    add_requested = Signal(object, str, str)
    gap_chosen = Signal(object)
    use_requested = Signal(str)
    merge_note_requested = Signal(str)
