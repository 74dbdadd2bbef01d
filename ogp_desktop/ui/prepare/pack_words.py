"""Makes the paper pack of a conversation, in the kit's language and not the window's."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QLocale, Qt

from ogp_desktop.domain.agenda import Agenda, QuestionKind
from ogp_desktop.domain.conversation import Conversation, Role
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.paper_pack import (
    PackChoice,
    PackGuide,
    PackKind,
    PackPrompt,
    PackQuestion,
    PackStep,
    PackWords,
    PaperPack,
)
from ogp_desktop.domain.running_order import running_order, steps_of
from ogp_desktop.kits.local_kit import LocalKit, LocalQuestion
from ogp_desktop.ui.translation import speaker
from ogp_desktop.ui.views.paper_words import PaperWords
from ogp_desktop.ui.words_home import format_word
from ogp_desktop.ui.words_prepare import role_name, steps
from ogp_desktop.ui.words_run import item_about, item_name


class PackWriter:
    """Says our words on the pages in one language; English where that is not among ours."""

    def __init__(self, language: str, resources: Path) -> None:
        self._language = language
        self._sheet = PaperWords(language, resources)
        self._speaker = speaker(language, resources)

    def tr(self, source: str) -> str:
        """Return a text in the language of the pack."""
        return self._speaker.translate("PackWriter", source)

    def pack(self, kit: LocalKit, conversation: Conversation) -> PaperPack:
        """Return the pages for this conversation; those for the room only where there is one."""
        preparation, agenda = conversation.preparation, conversation.agenda
        has_room = preparation.format is not Format.ONLINE
        way = QLocale(self._language).textDirection()
        return PaperPack(
            language=self._language,
            is_right_to_left=way is Qt.LayoutDirection.RightToLeft,
            title=preparation.title.strip() or kit.title,
            facts=tuple(self._facts(kit, conversation)),
            steps=self._steps(agenda, kit),
            spoken=kit.consent.spoken,
            rules=(*kit.consent.points, *self._rule(kit, conversation)),
            definitions=tuple((one.term, one.text) for one in kit.definitions),
            questions=tuple(self._questions(kit, agenda)),
            guidance=tuple(
                PackGuide(
                    title=section.title,
                    body=section.body,
                    note=self.tr("Not in the guide: added by this kit.") if section.is_ours else "",
                )
                for section in kit.guidance
            ),
            individual=self._sheet.sheet(kit),
            words=self._words(),
            tables=table_count(conversation) if has_room else 0,
            people=preparation.people if has_room else 0,
        )

    def _facts(self, kit: LocalKit, conversation: Conversation) -> Iterator[tuple[str, str]]:
        preparation, number = conversation.preparation, self._speaker.number
        yield self.tr("Kit"), kit.title
        yield self.tr("Place"), preparation.place.strip()
        yield self.tr("How"), format_word(preparation.format, self._speaker)
        length = self.tr("{minutes} min").format(minutes=number(preparation.minutes))
        yield self.tr("Length"), length
        yield self.tr("People"), number(preparation.people)
        yield self.tr("Tables"), number(table_count(conversation))
        roles = [role_name(role, self._speaker) for role in Role if role in preparation.roles]
        yield self.tr("Roles"), QLocale(self._language).createSeparatedList(roles)

    def _rule(self, kit: LocalKit, conversation: Conversation) -> Iterator[str]:
        wanted = conversation.preparation.attribution
        yield from (rule.spoken for rule in kit.consent.attribution if rule.id is wanted)

    def _steps(self, agenda: Agenda, kit: LocalKit) -> tuple[PackStep, ...]:
        questions = {question.id: question for question in kit.questions}
        found, spent = [], 0
        for item in running_order(agenda).blocks:
            question = questions.get(item.question_id or "")
            inside = steps_of(agenda, item.id)
            found.append(
                PackStep(
                    begins=f"{spent // 60}:{spent % 60:02}",
                    minutes=self._speaker.number(item.minutes),
                    name=item_name(item.id, question.number if question else None, self._speaker),
                    about=question.theme if question else item_about(item.id, self._speaker),
                    steps=steps(tuple((step.id, step.minutes) for step in inside), self._speaker)
                    if len(inside) > 1
                    else "",
                )
            )
            spent += item.minutes
        return tuple(found)

    def _questions(self, kit: LocalKit, agenda: Agenda) -> Iterator[PackQuestion]:
        intros = {part.id: part.intro for part in kit.parts}
        for question in kit.questions:
            is_in_group = question.id in agenda.group_questions
            yield self._question(question, intros.pop(question.part_id, ""), is_in_group)

    def _question(self, question: LocalQuestion, before: str, is_in_group: bool) -> PackQuestion:
        heading = self.tr("Question {number}: {theme}").format(
            number=self._speaker.number(question.number), theme=question.theme
        )
        return PackQuestion(
            heading=heading,
            text=question.text,
            before=before,
            original=question.original or "",
            prompts=tuple(
                PackPrompt(text=prompt.text, examples=prompt.examples)
                for prompt in question.prompts
            ),
            choices=tuple(
                PackChoice(text=choice.text, first=choice.first, second=choice.second)
                for choice in question.choices
            ),
            kinds=tuple(
                PackKind(key=self._speaker.number(kind.key), label=kind.label)
                for kind in question.kinds
            ),
            choose=question.choose if question.kind is QuestionKind.CARDS else 0,
            has_boxes=question.kind is QuestionKind.BOXES,
            is_in_group=is_in_group,
        )

    def _words(self) -> PackWords:
        return PackWords(
            running_sheet=self.tr("Running sheet"),
            table_sheets=self.tr("Sheets for the tables"),
            note_sheets=self.tr("Sheets for the note-taker"),
            individual_sheets=self.tr("Sheets for individual views"),
            guidance=self.tr("Guidance for the host"),
            contents=self.tr("In this pack"),
            pages=self.tr("pages {first} to {last}"),
            page=self.tr("page {number}"),
            begins=self.tr("After"),
            minutes=self.tr("Minutes"),
            what=self.tr("What"),
            clock=self.tr("Time"),
            started_at=self.tr("Started at"),
            read_aloud=self.tr("Read aloud before you start"),
            rules=self.tr("What holds in this room"),
            questions=self.tr("The questions"),
            official=self.tr("Official wording: {text}"),
            alone=self.tr("Not in the group: on the individual sheet."),
            table=self.tr("Table"),
            ideas=self.tr("Our ideas"),
            chosen=self.tr("We choose"),
            left_over=self.tr("Also said, not chosen"),
            why=self.tr("Why"),
            leans=self.tr("Where the group leans"),
            kind=self.tr("Kind"),
            said=self.tr("What was said, one idea to a line"),
            no_names=self.tr("No names of people, please."),
        )


def table_count(conversation: Conversation) -> int:
    """Return at how many tables people sit, as planned."""
    people, tables = conversation.preparation.people, conversation.preparation.tables
    return tables or -(-people // max(conversation.agenda.subgroup, 1))
