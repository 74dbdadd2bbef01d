"""The receipt on paper: an A5 page and its back, which never claim more than the receipt proves."""

from html import escape

from PySide6.QtCore import QLocale

from ogp_desktop.documents.receipt_words import ReceiptWords, receipt_words_in
from ogp_desktop.documents.report_parts import (
    ACCENT,
    WAITING,
    barred,
    facts,
    moment,
    page,
    paragraph,
    small_heading,
)
from ogp_desktop.domain.receipt import Proof, in_fours, receipt_bytes, reference, stored_time
from ogp_desktop.domain.receipt_page import ReceiptPage
from ogp_desktop.domain.review import Coverage
from ogp_desktop.domain.submission import Submission
from ogp_desktop.domain.withdrawn import WithdrawnProof, withdrawn_bytes, withdrawn_time

_OPEN = 16
"""So many signs of the digest stand in the open, the others on the back."""


def receipt_html(told: ReceiptPage, language: str) -> str:
    """Return the page and its back, in this language where we have its words."""
    words, locale = receipt_words_in(language), QLocale(language)
    kind = words.slip if told.proof is None else words.receipt
    front = (
        paragraph(kind, "kicker")
        + f"<h1>{escape(told.title)}</h1>"
        + _state(told, words)
        + facts(_facts(told, words, locale), width=36)
        + _digest(told.sha256, words)
    )
    way = "rtl" if locale.textDirection().name == "RightToLeft" else "ltr"
    return page(f"{kind}: {told.title}", language, way, front + _back(told, words))


def _state(told: ReceiptPage, words: ReceiptWords) -> str:
    if told.withdrawal is not None:
        more = paragraph(words.withdrawn_more)
        return barred(paragraph(words.withdrawn, "point") + more, WAITING)
    if told.proof is not None:
        return barred(paragraph(words.confirmed, "point"), ACCENT)
    more = "" if told.handed_over_at is None else paragraph(words.may_have_arrived)
    return barred(paragraph(words.no_receipt, "point") + more, WAITING)


def _facts(told: ReceiptPage, words: ReceiptWords, locale: QLocale) -> tuple[tuple[str, str], ...]:
    proof, handed_over_at = told.proof, told.handed_over_at
    return (
        (words.reference, reference(told.sha256)),
        (words.revision, str(told.submission.revision)),
        (words.made, moment(told.made_at, locale)),
        (words.handed_over, moment(handed_over_at, locale) if handed_over_at else ""),
        (words.stored_at, moment(stored_time(proof.signed.receipt), locale) if proof else ""),
        (words.confirmed_at, moment(proof.received_at, locale) if proof else ""),
        *_withdrawn_facts(told, words, locale),
        (words.way, words.ways.get(told.way or "", told.way or "")),
        (words.to, told.to or ""),
        (words.covered, _covered(told.submission, words)),
        (words.people, _people(told.submission, words)),
        (words.names, words.no_names),
    )


def _withdrawn_facts(
    told: ReceiptPage, words: ReceiptWords, locale: QLocale
) -> tuple[tuple[str, str], ...]:
    gone = told.withdrawal
    if gone is None:
        return ()
    return (
        (words.withdrawn_there, moment(withdrawn_time(gone.signed.statement), locale)),
        (words.told_here, moment(gone.received_at, locale)),
    )


def _covered(submission: Submission, words: ReceiptWords) -> str:
    missed = {
        one.question_id for one in submission.coverage if one.coverage is Coverage.NOT_REACHED
    }
    count = len(submission.questions)
    numbers = [
        str(number)
        for number, shown in enumerate(submission.questions, start=1)
        if shown.question_id not in missed
    ]
    if len(numbers) == count:
        return words.covered_all.format(count=count)
    return words.covered_some.format(numbers=", ".join(numbers) or "0", count=count)


def _people(submission: Submission, words: ReceiptWords) -> str:
    people = submission.participants
    if people.total_up_to is None:
        return str(people.total)
    return words.range.format(low=people.total, high=people.total_up_to)


def _digest(sha256: str, words: ReceiptWords) -> str:
    return (
        paragraph("\u00a0", "gap")
        + paragraph(f"{words.digest} {words.begins}", "quiet")
        + paragraph(in_fours(sha256[:_OPEN]), "digest")
        + paragraph(words.whole_on_back, "quiet")
    )


def _back(told: ReceiptPage, words: ReceiptWords) -> str:
    fours = in_fours(told.sha256).split(" ")
    proof = told.proof
    rows: tuple[tuple[str, str], ...] = ((words.submission, told.submission.id),)
    if proof is not None:
        is_checked = words.signed if proof.signed.is_verified else words.unsigned
        endpoint = proof.signed.receipt.endpoint
        rows = (*rows, (words.given_by, endpoint), (words.signature, is_checked))
    lines = "\n".join(" ".join(fours[row : row + 4]) for row in range(0, len(fours), 4))
    return (
        f'<h2 class="back">{escape(words.back)}</h2>'
        + small_heading(words.digest_whole)
        + paragraph(lines, "digest")
        + paragraph(words.digest_more)
        + facts(rows, width=28)
        + (_receipt_given(proof, words) if proof is not None and told.is_in_their_words else "")
        + (_withdrawal_given(told.withdrawal, words) if told.withdrawal is not None else "")
    )


def _receipt_given(proof: Proof, words: ReceiptWords) -> str:
    signed = proof.signed
    return _given(words.as_given, receipt_bytes(signed.receipt), signed.signature)


def _withdrawal_given(gone: WithdrawnProof, words: ReceiptWords) -> str:
    signed = gone.signed
    is_checked = words.signed if signed.is_verified else words.unsigned_answer
    given = _given(words.withdrawal_as_given, withdrawn_bytes(signed.statement), signed.signature)
    return given + paragraph(is_checked)


def _given(heading: str, given: bytes, signature: str | None) -> str:
    return (
        small_heading(heading)
        + paragraph(_breakable(given.decode()), "mono")
        + paragraph(_breakable(signature or ""), "mono")
    )


def _breakable(text: str) -> str:
    """Let a long text without spaces go on in the next line wherever it is full."""
    return "\u200b".join(text)
