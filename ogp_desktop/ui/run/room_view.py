"""Makes what the room sees out of where the conversation stands: the one door to that screen."""

from ogp_desktop.domain.schedule import Schedule, TimerState
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.ui.audience.audience_state import AudienceMode, AudienceState, RoomTime
from ogp_desktop.ui.run.run_reading import lines_of, number_of


def room_view(
    kit: LocalKit,
    here: Schedule,
    *,
    on_screen: str | None,
    question_id: str,
    next_id: str | None,
    has_timer: bool,
    is_blank: bool,
) -> AudienceState:
    """Return the room's picture; ``on_screen`` is a question, one of its lines, or ``None``."""
    if is_blank:
        return AudienceState(mode=AudienceMode.BLANK, language=kit.language)
    time = _time(here) if has_timer else None
    if on_screen is None:
        return AudienceState(
            mode=AudienceMode.ITEM,
            language=kit.language,
            item_id=here.block_id,
            time=time,
            next_item_id=next_id,
            next_number=number_of(kit, next_id or ""),
        )
    question = kit.question(question_id)
    lines = {line_id: (text, examples) for line_id, text, examples in lines_of(question)}
    text, examples = lines.get(on_screen, (question.text, ""))
    return AudienceState(
        mode=AudienceMode.PROMPT if on_screen in lines else AudienceMode.QUESTION,
        language=kit.language,
        item_id=here.block_id,
        number=question.number,
        theme=question.theme,
        text=text,
        examples=examples,
        time=time,
        next_item_id=next_id,
        next_number=number_of(kit, next_id or ""),
    )


def _time(here: Schedule) -> RoomTime | None:
    if here.state in (TimerState.NOT_STARTED, TimerState.ENDED):
        return None
    planned_s = max(here.block_planned_s, 1)
    return RoomTime(
        state=here.state,
        minutes_left=max(0, here.left_s) // 60,
        share_used=round(min(1.0, max(0.0, here.block_elapsed_s / planned_s)), 2),
    )
