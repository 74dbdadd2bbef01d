"""Plans an agenda by rule for any length, format, size and set of questions.

Between the lengths for which the rules give numbers every item moves in a straight line, so that
the first question never shrinks as a meeting grows. Blocks always sum to the minutes.
"""

from dataclasses import replace
from fractions import Fraction

from ogp_desktop.domain.agenda import (
    BREAK,
    CLOSING,
    FRAMING,
    INDIVIDUAL,
    INTRODUCTIONS,
    MINUTES_RANGE,
    MOVES,
    OPENING,
    PEOPLE_RANGE,
    PROTECTED,
    Agenda,
    AgendaFlag,
    AgendaRefused,
    Block,
    PlanRequest,
    QuestionKind,
    QuestionRule,
    assessed,
)
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.interpretation import interpreted, with_time_to_interpret
from ogp_desktop.domain.planning_rules import (
    LENGTHS,
    Room,
    Size,
    room_for,
    spending,
    usual_subgroup,
)
from ogp_desktop.domain.planning_stages import split_cards, stages_of

SHORT = 45
"""Minutes below which a large room works with cards alone and a hybrid meeting is discouraged."""


def plan(request: PlanRequest) -> Agenda:
    """Return the agenda for a request: sums to its minutes, the first question first and longest.

    Where talk is interpreted it takes longer, and the other parts give in the order of cuts.

    A block below its minimum is flagged ``MINIMUMS_EXCEED_TIME``. Raises ``AgendaRefused``:
    ``"out_of_range"`` with ``field``, ``low`` and ``high``, or ``"empty"`` without a question.
    """
    _check(request)
    room = room_for(request)
    minutes = _minutes_by_item(request.minutes, room, request.rules.questions)
    agenda = Agenda(
        minutes=request.minutes,
        people=request.people,
        blocks=_blocks(minutes, room, request.rules.questions),
        flags=_flags(request, room),
        individual_questions=tuple(question.id for question in request.rules.questions),
        subgroup=room.subgroup,
        suggested_tables=_suggested_tables(request, room),
    )
    agenda = assessed(agenda)
    return interpreted(agenda) if request.is_interpreted else agenda


def shortest(request: PlanRequest) -> Agenda:
    """Return the shortest agenda for a room in which every block has its minimum."""
    low, high = MINUTES_RANGE
    _check(replace(request, minutes=low))
    lengths = (plan(replace(request, minutes=minutes)) for minutes in range(low, high + 1))
    return next(agenda for agenda in lengths if not agenda.shortfall_minutes)


def shortest_blocks(request: PlanRequest, question_id: str) -> tuple[Block, ...]:
    """Return the blocks of one question with the fewest minutes in which a group works on it."""
    room = room_for(request)
    question = next(one for one in request.rules.questions if one.id == question_id)
    blocks = tuple(_question_blocks(question, {question_id: room.minimum_of(question)}, room))
    return with_time_to_interpret(blocks) if request.is_interpreted else blocks


def _check(request: PlanRequest) -> None:
    within = {"minutes": MINUTES_RANGE, "people": PEOPLE_RANGE, "tables": (1, request.people)}
    for name, (low, high) in within.items():
        value = getattr(request, name)
        if value is not None and not low <= value <= high:
            raise AgendaRefused("out_of_range", field=name, low=low, high=high)
    if not request.rules.questions:
        raise AgendaRefused("empty", field="questions")


def _minutes_by_item(
    length: int, room: Room, questions: tuple[QuestionRule, ...]
) -> dict[str, int]:
    """Return the minutes of every item; a question stands as one item, under its id."""
    lead, *others = questions
    tightest = {item: room.minimum_at(item) for item in PROTECTED}
    tightest[lead.id] = room.minimum_of(lead)
    shortest = sum(tightest.values())
    if length <= shortest:
        return tightest | {lead.id: tightest[lead.id] + length - shortest}

    below, before = shortest, tightest
    for above in LENGTHS:
        after = _with_lead_kept(spending(above, room, questions), before[lead.id], questions)
        if length <= above:
            break
        below, before = above, after
    way = Fraction(length - below, above - below)
    line = {item: before.get(item, 0) * (1 - way) + after[item] * way for item in after}
    _close_short_questions(line, room, others)
    for question in questions:
        # Rounded down, the first question cannot fall and the others cannot outgrow it.
        _give(line, question.id, INDIVIDUAL, line.get(question.id, Fraction(0)) % 1)
    if line[BREAK] < room.minimum_at(BREAK):
        _give(line, BREAK, INDIVIDUAL, line[BREAK])
    return _rounded(line, length)


def _with_lead_kept(
    spent: dict[str, int], least: int, questions: tuple[QuestionRule, ...]
) -> dict[str, int]:
    """Return the spending with ``least`` minutes for the first question, the others giving.

    It also stays two minutes ahead of the others together, which rounding cannot undo.
    """
    lead, *others = questions
    talk = sum(spent.get(question.id, 0) for question in questions)
    least = max(least, (talk + 3) // 2)
    while spent[lead.id] < least:
        longest = max((other.id for other in others), key=lambda other: spent.get(other, 0))
        spent[longest] -= 1
        spent[lead.id] += 1
    return spent


def _close_short_questions(
    line: dict[str, Fraction], room: Room, others: list[QuestionRule]
) -> None:
    """Take questions too short for a group out of it, the shortest first.

    Their minutes go to the questions that stay; after the last, to individual views, where all of
    them are answered.
    """
    in_group = [other for other in others if other.id in line]
    while short := [q for q in in_group if line[q.id] < room.minimum_of(q)]:
        closed = min(short, key=lambda question: line[question.id])
        in_group.remove(closed)
        pool = line.pop(closed.id)
        together = sum(line[question.id] for question in in_group)
        for question in in_group:
            line[question.id] *= 1 + pool / together
        if not in_group:
            line[INDIVIDUAL] += pool


def _give(line: dict[str, Fraction], giver: str, taker: str, minutes: Fraction) -> None:
    if minutes:
        line[giver] -= minutes
        line[taker] += minutes


def _rounded(line: dict[str, Fraction], length: int) -> dict[str, int]:
    """Return whole minutes that sum to ``length``: the largest fractions are rounded up."""
    whole = {item: int(minutes) for item, minutes in line.items()}
    by_fraction = sorted(line, key=lambda item: whole[item] - line[item])
    for item in by_fraction[: length - sum(whole.values())]:
        whole[item] += 1
    return whole


def _blocks(
    minutes: dict[str, int], room: Room, questions: tuple[QuestionRule, ...]
) -> tuple[Block, ...]:
    """Return the blocks in the order of the meeting; the break comes after the first question."""
    lead, *others = questions

    def at(item: str) -> list[Block]:
        if not minutes.get(item):
            return []
        least, is_protected = room.minimum_at(item), item in PROTECTED
        return [Block(id=item, minutes=minutes[item], minimum=least, is_protected=is_protected)]

    blocks = [*at(OPENING), *at(INTRODUCTIONS), *at(FRAMING)]
    blocks += [*_question_blocks(lead, minutes, room), *at(BREAK)]
    for other in others:
        blocks += _question_blocks(other, minutes, room)
    return (*blocks, *at(MOVES), *at(INDIVIDUAL), *at(CLOSING))


def _question_blocks(question: QuestionRule, minutes: dict[str, int], room: Room) -> list[Block]:
    whole = minutes.get(question.id)
    if not whole:
        return []
    if question.kind is not QuestionKind.CARDS:
        least = room.minimum_of(question)
        return [Block(id=question.id, minutes=whole, minimum=least, question_id=question.id)]
    leasts, split = stages_of(room.reports), split_cards(whole, room.reports)
    return [
        Block(
            id=f"{question.id}_{stage}",
            minutes=split[stage],
            minimum=least,
            question_id=question.id,
        )
        for stage, least in leasts.items()
    ]


def _flags(request: PlanRequest, room: Room) -> tuple[AgendaFlag, ...]:
    if request.minutes >= SHORT:
        return ()
    has_cards = request.rules.questions[0].kind is QuestionKind.CARDS
    is_large = room.size > Size.UP_TO_20
    flags = []
    if has_cards and is_large:
        flags.append(AgendaFlag.CARDS_NOT_PLENARY)
    if request.format is Format.HYBRID:
        flags.append(AgendaFlag.PREFER_ONLINE_ONLY_OR_45)
    return tuple(flags)


def _suggested_tables(request: PlanRequest, room: Room) -> int | None:
    """Return how many groups would give everybody more talk, if that is worth offering.

    Two groups for 6 to 8 people in a short meeting; else the usual size where groups are larger.
    """
    usual = usual_subgroup(room.size, request.format)
    is_short_circle = room.is_circle and request.minutes < SHORT and request.people >= 6
    is_crowded = room.subgroup > max(usual, Size.UP_TO_8)
    if is_short_circle or is_crowded:
        return -(-request.people // usual)
    return None
