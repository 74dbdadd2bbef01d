"""Makes the paper sheet of a conversation, in the kit's language and not the window's."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt

from ogp_desktop.domain.agenda import QuestionKind
from ogp_desktop.domain.paper_sheet import PaperSheet, SheetQuestion, SheetScale
from ogp_desktop.kits.local_kit import LocalKit, LocalQuestion
from ogp_desktop.ui.translation import speaker


class PaperWords:
    """Our few words on the sheet, in a language of their own; English where there is none."""

    def __init__(self, language: str, resources: Path) -> None:
        self._language = language
        self._speaker = speaker(language, resources)

    def tr(self, source: str) -> str:
        """Return a text in the language of the sheet."""
        return self._speaker.translate("PaperWords", source)

    def sheet(self, kit: LocalKit) -> PaperSheet:
        """Return the sheet with every question of the kit, in order."""
        way = QLocale(self._language).textDirection()
        return PaperSheet(
            language=self._language,
            is_right_to_left=way is Qt.LayoutDirection.RightToLeft,
            title=kit.title,
            promise=self.tr(
                "Please write no names. Nothing here is linked to you. Leave out what you like."
            ),
            questions=tuple(self._question(question) for question in kit.questions),
            steps=(
                self.tr("Clearly this"),
                self.tr("Rather this"),
                self.tr("Balanced"),
                self.tr("Rather that"),
                self.tr("Clearly that"),
            ),
            depends=self.tr("It depends"),
            thanks=self.tr("Thank you. Please fold the sheet and give it back."),
        )

    def _question(self, question: LocalQuestion) -> SheetQuestion:
        heading = self.tr("Question {number}: {theme}").format(
            number=self._speaker.number(question.number), theme=question.theme
        )
        return SheetQuestion(
            heading=heading,
            text=question.individual_text or question.text,
            lines=question.choose if question.kind is QuestionKind.CARDS else 0,
            scales=tuple(
                SheetScale(first=choice.first, second=choice.second) for choice in question.choices
            ),
            boxes=tuple(
                prompt.individual_text or prompt.text
                for prompt in question.prompts
                if question.kind is QuestionKind.BOXES
            ),
        )
