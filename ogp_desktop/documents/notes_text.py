"""The notes of a conversation as plain text: what is put elsewhere when they cannot be saved here.

It holds every living note, each under its question and beside its card, and the line that is being
written: it is made from what the window knows, for the data file may be what is broken.
"""

from collections.abc import Iterator, Mapping, Sequence

from ogp_desktop.documents.report_answers import lean_words
from ogp_desktop.documents.report_languages import words_in
from ogp_desktop.documents.report_words import ReportWords
from ogp_desktop.domain.notes import Lean, Note, living
from ogp_desktop.domain.submission import NoPosition
from ogp_desktop.kits.local_kit import LocalChoice, LocalKit, LocalQuestion


def notes_text(
    title: str, kit: LocalKit, notes: Sequence[Note], leans: Mapping[str, Lean], line: str
) -> str:
    """Return the text, in the language of ``kit``; an empty ``line`` is left out."""
    words = words_in(kit.language)
    parts = [title] if title else []
    for question in kit.questions:
        mine = [note for note in living(notes) if note.question_id == question.id]
        said = (*_leans(question, leans, words), *_lines(question, mine, words))
        head = f"{words.question.format(number=question.number)}\n{question.text}"
        parts.append("\n".join((head, *(said or (words.nothing,)))))
    if line.strip():
        parts.append(words.labelled.format(label=words.being_written, text=line.strip()))
    return "\n\n".join(parts) + "\n"


def _lines(question: LocalQuestion, notes: Sequence[Note], words: ReportWords) -> Iterator[str]:
    known = {note.id for note in notes}
    for note in notes:
        if note.card_id in known:
            continue  # it stands under its card
        yield f"- {_said(question, note, words)}"
        for other in notes:
            if other.card_id == note.id:
                yield f"    - {_said(question, other, words)}"


def _said(question: LocalQuestion, note: Note, words: ReportWords) -> str:
    labels = [kind.label for kind in question.kinds if kind.id == note.kind_id]
    labels += [_poles(choice) for choice in question.choices if choice.id == note.choice_id]
    return words.labelled.format(label=", ".join(labels), text=note.text) if labels else note.text


def _leans(question: LocalQuestion, leans: Mapping[str, Lean], words: ReportWords) -> Iterator[str]:
    for choice in question.choices:
        lean = leans.get(choice.id)
        if lean is None:
            continue
        step = NoPosition.DEPENDS if lean.depends else lean.step
        said = [lean_words(step, choice.first_short, choice.second_short, words)]
        if any(count is not None for count in lean.hands):
            first, second, undecided = ("–" if one is None else one for one in lean.hands)
            hands = words.hands.format(first=first, second=second, undecided=undecided)
            said.append(hands)
        yield f"- {words.labelled.format(label=_poles(choice), text='. '.join(said))}"


def _poles(choice: LocalChoice) -> str:
    return f"{choice.first_short} / {choice.second_short}"
