"""Makes the paper pack of a conversation beside the window's own work, and remembers which it was.

Only a whole pack is remembered as printed; a pack whose plan changed afterwards is outdated.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.paper_pack import PackMade, PackPages, PackWay, PaperPack
from ogp_desktop.kits.localised import in_language
from ogp_desktop.paths import data_root
from ogp_desktop.services.preparing import keep_pack
from ogp_desktop.services.reading import Prepared
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.prepare.pack_state import PackNews, PackNewsKind, PackView, pack_view
from ogp_desktop.ui.prepare.pack_words import PackWriter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def has_printer() -> bool:
    """Tell whether this computer knows any printer."""
    try:
        from PySide6.QtPrintSupport import QPrinterInfo
    except ImportError:  # a system without the libraries for printing
        return False
    return bool(QPrinterInfo.availablePrinterNames())


class PackMaking(QObject):
    """Signals: ``changed()`` when there is something to say; ``made(Changes)`` when a pack is
    remembered; ``printer_wanted()`` asks the person for one; ``trouble_met(Trouble)``.
    """

    changed = Signal()
    made = Signal(object)
    printer_wanted = Signal()
    trouble_met = Signal(object)

    def __init__(
        self, desk: Desk, found: Callable[[], Prepared], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found = found
        self._news: PackNews | None = None
        self._last: tuple[object, PaperPack] | None = None
        self._writer: tuple[str, PackWriter] | None = None

    def view(self) -> PackView:
        """Return what to show of the pack as the conversation is now."""
        made = self._found().conversation.preparation.pack
        return pack_view(self._pack(), made, self._news)

    def ask_printer(self) -> None:
        """Ask for a printer where there is one, and say so where there is none."""
        if has_printer():
            self.printer_wanted.emit()
        else:
            self._tell(PackNews(kind=PackNewsKind.NO_PRINTER))

    def save(self, path: Path) -> None:
        """Write the pack as a PDF."""
        self._make(
            lambda pack: self._desk.write_paper_pack(pack, path),
            PackWay.SAVED,
            PackNews(kind=PackNewsKind.SAVED, file=path),
        )

    def print_on(self, printer: "QPrinter") -> None:
        """Draw the pack on a printer that the person chose."""
        self._make(
            lambda pack: self._desk.draw_paper_pack(pack, printer),
            PackWay.PRINTED,
            PackNews(kind=PackNewsKind.PRINTED, printer=printer.printerName()),
        )

    def open(self, path: Path) -> None:
        """Open the PDF with whatever this computer reads it with."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._tell(PackNews(kind=PackNewsKind.NOT_OPENED, file=path))

    def _make(self, work: Callable[[PaperPack], PackPages], way: PackWay, news: PackNews) -> None:
        pack, conversation_id = self._pack(), self._found().conversation.id
        self._tell(PackNews(kind=PackNewsKind.WORKING))

        def done(pages: PackPages) -> None:
            if not isValid(self):
                return
            self._news = replace(news, pages=pages)
            if pages.drawn == pages.whole:
                at = self._desk.workplace
                kept = PackMade(at=at.clock.now(), way=way, digest=pack.digest)
                try:
                    self.made.emit(keep_pack(at, conversation_id=conversation_id, pack=kept))
                except Trouble as trouble:
                    self.trouble_met.emit(trouble)
            self.changed.emit()

        self._desk.workshop.run(lambda: work(pack), done, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self):
            self._tell(None)
            self.trouble_met.emit(error)

    def _tell(self, news: PackNews | None) -> None:
        self._news = news
        self.changed.emit()

    def _pack(self) -> PaperPack:
        """Return the pack as it would be now; made anew only when its conversation changed."""
        found = self._found()
        conversation = found.conversation
        preparation = replace(conversation.preparation, pack=None)
        asked = (conversation.kit, preparation, conversation.agenda)
        if self._last is None or self._last[0] != asked:
            language = preparation.language
            if self._writer is None or self._writer[0] != language:
                self._writer = (language, PackWriter(language, data_root()))
            kit = in_language(found.kit, language)
            self._last = (asked, self._writer[1].pack(kit, conversation))
        return self._last[1]
