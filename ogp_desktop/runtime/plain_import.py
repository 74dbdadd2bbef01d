"""Keeps PySide from reading the source of every module that is imported after it.

It does so to know which of them may say ``from __feature__ import ...``, which none of ours does.
The reading costs a tenth of the way to the first paint, and stops the window while the rest loads.
"""

import builtins


def import_plainly() -> None:
    """Load PySide and give Python's own import back; to be called before anything of ours loads."""
    import PySide6.QtCore  # noqa: F401  its first import puts its own hook in place

    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
