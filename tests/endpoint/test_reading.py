"""What organisers read: pages, single submissions, exports; nothing without their own token."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import httpx2
import pytest

from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.conversation import KitPin
from ogp_desktop.domain.submission import Observations
from ogp_desktop.endpoint.exporting import BOM, COLUMNS, defused
from ogp_desktop.endpoint.serve import RunningEndpoint, add_token
from tests.support.asking import hand_over, numbered, problem
from tests.support.delivering import SEALED
from tests.support.submissions import sample_submission

pytestmark = pytest.mark.slow

Get = Callable[..., httpx2.Response]


@pytest.fixture
def get(endpoint: RunningEndpoint, database_url: str) -> Get:
    """Ask as an organiser."""
    headers = {"Authorization": f"Bearer {add_token(database_url, 'read')}"}

    def ask(path: str, **query: str) -> httpx2.Response:
        url = endpoint.url + path
        return httpx2.get(url, params=query, headers=headers, trust_env=False)

    return ask


def _ids(answer: httpx2.Response) -> list[int]:
    return [int(one["id"][-12:]) for one in answer.json()["feedback"]]


def test_pages_show_everything_once_in_the_order_of_storing(
    endpoint: RunningEndpoint, get: Get
) -> None:
    hand_over(endpoint, *(numbered(number) for number in (3, 1, 4, 2, 5)))
    seen, cursor = [], {}
    while True:
        page = get("/feedback", limit="2", **cursor)
        seen += _ids(page)
        if page.json()["next"] is None:
            break
        cursor = {"cursor": page.json()["next"]}
    assert seen == [3, 1, 4, 2, 5]


def test_page_says_what_each_submission_is(endpoint: RunningEndpoint, get: Get) -> None:
    hand_over(endpoint, SEALED)
    (shown,) = get("/feedback").json()["feedback"]
    assert (shown["id"], shown["sha256"]) == (SEALED.submission.id, SEALED.sha256)
    assert (shown["held_on"], shown["language"], shown["size"]) == (
        "2022-07-05",
        "fr",
        len(SEALED.data),
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, [1, 2, 3]),
        ({"text": "PUBLIE qu'apres"}, [1, 3]),
        ({"text": "100 %_"}, [2]),
        ({"text": "1000"}, []),
        ({"language": "ee"}, [2]),
        ({"kit": "other"}, [3]),
        ({"held_from": "2022-07-06"}, [2]),
        ({"held_until": "2022-07-05"}, [1, 3]),
        ({"held_from": "2022-09-30"}, [2]),
        ({"held_from": "2022-10-01"}, []),
        ({"stored_from": "2022-07-06"}, [1, 2, 3]),
        ({"stored_until": "2022-07-05"}, []),
        ({"stored_until": "2022-07-06", "kit": "other"}, [3]),
    ],
)
def test_search_finds_what_fits_every_wish(
    endpoint: RunningEndpoint, get: Get, query: dict[str, str], expected: list[int]
) -> None:
    meeting = replace(sample_submission().meeting, date="2022-09", notes_language="ee")
    hand_over(
        endpoint,
        numbered(1),
        numbered(2, meeting=meeting, observations=Observations(summary="100 %_ d'accord")),
        numbered(3, kit=KitPin(id="other", version="1", digest="0" * 64)),
    )
    assert _ids(get("/feedback", **query)) == expected


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"limit": "0"}, "limit"),
        ({"limit": "501"}, "limit"),
        ({"limit": "many"}, "limit"),
        ({"cursor": "nonsense"}, "cursor"),
        ({"cursor": "%%%"}, "cursor"),
        ({"held_from": "2022-13-01"}, "held_from"),
        ({"stored_until": "yesterday"}, "stored_until"),
        ({"text": "\x00"}, "text"),
        ({"text": "x" * 201}, "text"),
        ({"kit": ""}, "kit"),
        ({"words": "x"}, "words"),
    ],
)
def test_wish_that_nobody_can_fulfil_is_refused_by_name(
    get: Get, query: dict[str, str], field: str
) -> None:
    answer = get("/feedback", **query)
    assert problem(answer) == (400, "bad_query")
    assert answer.json()["field"] == field


def test_json_lines_are_the_exact_bytes(endpoint: RunningEndpoint, get: Get) -> None:
    many = [numbered(number) for number in range(3)]
    hand_over(endpoint, *many)
    answer = get("/export/feedback.jsonl")
    assert answer.headers["content-type"] == "application/jsonl"
    lines = answer.content.split(b"\n")
    assert [sha256_hex(line) for line in lines[:-1]] == [one.sha256 for one in many]
    assert lines[-1] == b""


def test_export_of_many_pages_holds_each_submission_once(
    endpoint: RunningEndpoint, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ogp_desktop.endpoint.store.LONGEST_PAGE", 2)
    many = [numbered(number) for number in range(4)]
    hand_over(endpoint, *many)
    lines = get("/export/feedback.jsonl").content.splitlines()
    assert lines == [one.data for one in many]


def test_csv_has_a_row_for_each_observation_and_the_words_as_they_are(
    endpoint: RunningEndpoint, get: Get
) -> None:
    hand_over(endpoint, SEALED)
    answer = get("/export/feedback.csv", language="fr")
    assert answer.headers["content-disposition"] == 'attachment; filename="feedback.csv"'
    text = answer.content.decode()
    assert text.startswith(BOM)
    head, *rows = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""))
    assert tuple(head) == COLUMNS
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert {row["id"] for row in told} == {SEALED.submission.id}
    assert [(row["part"], row["item_id"], row["value"], row["text"]) for row in told] == [
        ("card", "", "", "Le budget communal n'est publié qu'après le vote"),
        ("card_follow_up", "q1a", "", "Un arrêté du maire"),
        ("card_follow_up", "q1c", "", "Montrer des exemples"),
        ("also_raised", "", "", "La radio du marché"),
        ("lean", "q2a", "-1", ""),
        ("reason", "q2a", "", "Chaque ville a son souci"),
        ("hands", "q2a", "9", ""),
        ("hands", "q2a", "fewer_than_5", ""),
        ("hands", "q2a", "fewer_than_5", ""),
        ("box", "continue", "", "Ça"),
        ("disagreement", "", "", "Le rythme des réunions"),
        ("quotation", "", "", "On lit le budget quand il est mort."),
        ("summary", "", "", "Publier avant de voter."),
        ("not_reached", "", "", "La nuit tombait"),
        ("views", "q2a", "4", ""),
        ("kit_field", "forum", "", "Forum ouvert"),
    ]
    card = told[0]
    assert (card["question_id"], card["kind_id"], card["card"]) == ("q1", "challenge", "1")
    assert (card["agreement"], card["themes"], card["people"]) == ("broad", "participation", "18")


def test_csv_names_a_submission_in_which_nothing_was_said(
    endpoint: RunningEndpoint, get: Get
) -> None:
    coverage = tuple(
        replace(one, coverage="group", reason="") for one in sample_submission().coverage
    )
    said = {"observations": Observations(), "views": None, "kit_fields": ()}
    silent = numbered(7, coverage=coverage, **said)
    hand_over(endpoint, silent)
    (row,) = csv.DictReader(io.StringIO(get("/export/feedback.csv").content.decode("utf-8-sig")))
    assert (row["id"], row["part"], row["text"]) == (silent.submission.id, "nothing", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "  '=1"),
        ("\t=1", "\t'=1"),
        ('"=1', "\"'=1"),
        ("＝1", "'＝1"),
        ("avant;=HYPERLINK()", "avant;'=HYPERLINK()"),
        ("avant, =1", "avant, '=1"),
        ("a\n=1", "a\n'=1"),
        ("2+2=4, c'est 50-50", "2+2=4, c'est 50-50"),
        ("", ""),
    ],
)
def test_text_is_never_a_formula_to_a_spreadsheet(text: str, expected: str) -> None:
    assert defused(text) == expected


def test_formula_in_the_words_is_defused_in_csv_and_whole_in_json_lines(
    endpoint: RunningEndpoint, get: Get
) -> None:
    formula = '=HYPERLINK("http://example.org";"Cliquez")'
    hand_over(endpoint, numbered(1, observations=Observations(summary=formula)))
    rows = list(
        csv.DictReader(io.StringIO(get("/export/feedback.csv").content.decode("utf-8-sig")))
    )
    assert f"'{formula}" in [row["text"] for row in rows]
    exported = json.loads(get("/export/feedback.jsonl").content)
    assert exported["observations"]["summary"] == formula


@pytest.mark.parametrize("path", ["/export/feedback.csv", "/export/feedback.jsonl", "/feedback/x"])
def test_reading_needs_the_token_of_an_organiser(endpoint: RunningEndpoint, path: str) -> None:
    url = endpoint.url + path
    submitter = {"Authorization": f"Bearer {endpoint.token}"}
    assert problem(httpx2.get(url, headers=submitter, trust_env=False)) == (403, "forbidden")
    assert problem(httpx2.get(url, trust_env=False)) == (401, "unauthorised")


def test_export_in_another_form_is_not_there(get: Get) -> None:
    assert problem(get("/export/feedback.xlsx")) == (404, "not_found")
