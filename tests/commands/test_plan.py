"""``plan`` prints an agenda for a room, or says what is missing and which plan fits."""

import json
from typing import Any

import pytest

from ogp_desktop.cli import main
from tests.support.command_line import Captured, refused, said, told


def test_plan_prints_blocks_that_sum_to_the_minutes(capsys: Captured) -> None:
    plan = told(capsys, "plan", "--minutes", "90", "--people", "18", "--format", "hybrid")
    assert plan["minutes"] == 90
    assert sum(block["minutes"] for block in plan["blocks"]) == 90
    assert set(plan["blocks"][0]) == {"id", "minutes", "minimum", "protected"}
    assert {"flags", "talk_seconds_per_person_q1"} <= set(plan)


def test_plan_prints_lines_for_people(capsys: Captured) -> None:
    lines = said(capsys, "plan", "--minutes", "60", "--people", "8").splitlines()
    assert "  60  in all, of 60" in lines


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (("--minutes", "241", "--people", "10"), "minutes must be between 15 and 240"),
        (
            ("--minutes", "300", "--people", "10", "--end", "17:00", "--now", "16:00"),
            "minutes must be between 15 and 240",
        ),
        (("--minutes", "0", "--people", "501"), "people must be between 2 and 500"),
        (("--end", "9:00", "--now", "9:30", "--people", "0"), "people must be between 2 and 500"),
        (("--minutes", "60", "--people", "9", "--tables", "0"), "tables must be between 1 and 9"),
        (("--minutes", "60", "--people", "1"), "people must be between 2 and 500"),
        (
            ("--minutes", "60", "--people", "10", "--tables", "20"),
            "tables must be between 1 and 10",
        ),
        (
            ("--minutes", "60", "--people", "10", "--kit", "none"),
            'no kit is called none; "ogp-desktop kit list" names those at hand',
        ),
    ],
)
def test_plan_names_the_field_that_is_wrong(
    capsys: Captured, wrong: tuple[str, ...], sentence: str
) -> None:
    assert refused(capsys, "plan", *wrong) == sentence


def _too_short(capsys: Captured, *arguments: str) -> tuple[str, list[str], Any]:
    """Ask for a plan that cannot be; return the sentence, the nearest plan, and the JSON."""
    assert main(("plan", "--people", "18", *arguments)) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    sentence, *plan = captured.err.splitlines()
    assert main(("plan", "--people", "18", *arguments, "--json")) == 1
    told = json.loads(capsys.readouterr().out)
    assert f"ogp-desktop: {told['sentence']}" == sentence
    return told["sentence"], plan, told


@pytest.mark.parametrize(
    ("arguments", "fact", "missing"),
    [
        (("--minutes", "0"), "minutes must be between 15 and 240", 19),
        (("--minutes", "-5"), "minutes must be between 15 and 240", 24),
        (("--end", "17:00", "--now", "17:12"), "end: 17:00 was 12 min ago", 31),
        (("--end", "17:00", "--now", "17:00"), "end: 17:00 was 0 min ago", 19),
        (
            ("--end", "0:05", "--now", "23:55", "--minutes", "90"),
            "end: only 10 min are left until 00:05",
            9,
        ),
    ],
)
def test_plan_without_time_says_the_minutes_missing_and_the_nearest_plan(
    capsys: Captured, arguments: tuple[str, ...], fact: str, missing: int
) -> None:
    sentence, plan, told = _too_short(capsys, *arguments)
    nearest = "The nearest plan that fits takes 19 min."
    assert sentence == f"{fact}; {missing} min are missing. {nearest}"
    assert plan[-1] == "  19  in all, of 19"
    assert (told["missing_minutes"], told["enough_minutes"]) == (missing, 19)
    assert sum(block["minutes"] for block in told["nearest"]["blocks"]) == 19
    assert told["nearest"]["shortfall_minutes"] == 0


def test_plan_below_its_minimums_is_printed_with_the_nearest_that_fits(capsys: Captured) -> None:
    asked = ("plan", "--minutes", "15", "--people", "18")
    plan = told(capsys, *asked)
    assert sum(block["minutes"] for block in plan["blocks"]) == 15
    assert (plan["missing_minutes"], plan["enough_minutes"]) == (4, 19)
    assert plan["nearest"]["minutes"] == 19
    lines = said(capsys, *asked)
    assert "4 min are missing" in lines
    assert "  19  in all, of 19" in lines


def test_plan_until_a_fixed_end_has_the_minutes_that_are_left(capsys: Captured) -> None:
    until = ("plan", "--people", "18", "--end", "17:00", "--now", "16:10")
    assert told(capsys, *until)["minutes"] == 50
    assert told(capsys, *until, "--minutes", "30")["minutes"] == 30
    assert told(capsys, *until, "--minutes", "90") == told(capsys, *until)


def test_plan_with_interpretation_gives_talk_longer_and_tells_less_of_it_each(
    capsys: Captured,
) -> None:
    asked = ("plan", "--minutes", "120", "--people", "18")
    plain, twice = told(capsys, *asked), told(capsys, *asked, "--interpretation")
    minutes = [{b["id"]: b["minutes"] for b in plan["blocks"]} for plan in (plain, twice)]
    assert sum(minutes[1].values()) == 120
    assert minutes[1]["q1_small"] > minutes[0]["q1_small"]
    talk_s = 60 * (minutes[1]["q1_small"] + minutes[1]["q1_followups"])
    assert twice["talk_seconds_per_person_q1"] == round(talk_s * 2 / 3 / twice["subgroup"])
