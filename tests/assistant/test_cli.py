"""The command line, run as a user runs it."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from assistant.question import MAX_CHARACTERS
from ingest.settings import StorageSettings
from ingest.snapshots import SnapshotFolder
from tests.assistant.command_line import Outcome, run
from tests.assistant.test_contract import check_record

DOCTOR = "Médecin d'assistance"


@pytest.fixture(scope="session")
def home(digest_settings: StorageSettings) -> Path:
    """A data folder with its index."""
    return digest_settings.home


def check_failure(outcome: Outcome, code: int = 1) -> None:
    """Check that a failure is one French sentence on the error stream, and nothing else."""
    assert outcome.code == code
    assert outcome.out == ""
    (told,) = outcome.err.strip().splitlines()
    assert told.endswith((".", "»"))
    assert "Traceback" not in told
    assert "Error" not in told


def test_ask_answers_in_french_with_its_sources(home: Path) -> None:
    """The answer on the output; the statement that this is an AI system beside it."""
    outcome = run(home, "ask", f"Score du {DOCTOR} ?")
    assert outcome.code == 0
    assert "0,16" in outcome.out
    assert "0,06" in outcome.out
    assert "- [1]" in outcome.out
    assert "[[" not in outcome.out
    assert "IA" in outcome.err
    assert "Traceback" not in outcome.err


def test_ask_json_is_one_record(home: Path) -> None:
    """The output is JSON and nothing else, with the keys of the contract."""
    outcome = run(home, "ask", "--json", f"Score du {DOCTOR} ?")
    assert outcome.code == 0
    record = json.loads(outcome.out)
    check_record(record)
    assert record["kind"] == "answer"
    assert record["citations"]


def test_ask_takes_a_persona(home: Path) -> None:
    """What HR reads is not what an employee reads."""
    question = f"Que devient le métier {DOCTOR} ?"
    hr = run(home, "ask", question, "--persona", "rh")
    employee = run(home, "ask", question)
    assert hr.code == employee.code == 0
    assert "0,16" in hr.out
    assert hr.out != employee.out


def test_a_refusal_is_an_answer_of_the_command(home: Path) -> None:
    """What is not answered is said on the output, and the command succeeds."""
    outcome = run(home, "ask", "--json", "Dois-je licencier Mme Dupont ?")
    assert outcome.code == 0
    assert json.loads(outcome.out)["kind"] == "refusal"


def test_score_gives_the_published_exposure(home: Path) -> None:
    """In words with its sources, for a name as people write it."""
    outcome = run(home, "score", "medecins d assistance")
    assert outcome.code == 0
    assert DOCTOR in outcome.out
    assert "0,16" in outcome.out
    assert "0,06" in outcome.out
    assert "- [1]" in outcome.out


def test_score_json_gives_the_result_with_its_trace(home: Path) -> None:
    """All three qualifications, as figures that a program can use, and where they were read."""
    outcome = run(home, "score", DOCTOR, "--json")
    assert outcome.code == 0
    result = json.loads(outcome.out)
    assert result["job"] == DOCTOR
    assert len(result["ratings"]) == 3
    assert result["trace"]["sources"]


def test_usecases_of_a_job(home: Path) -> None:
    """The use cases by priority, in words and as data."""
    told = run(home, "usecases", "infirmière d'assistance")
    assert told.code == 0
    assert "Infirmier d'assistance" in told.out
    result = run(home, "usecases", "infirmière d'assistance", "--json")
    titles = [u["title"] for g in json.loads(result.out)["groups"] for u in g["use_cases"]]
    assert titles
    assert all(title in told.out for title in titles)


def test_usecases_without_a_job(home: Path) -> None:
    """The use cases that several jobs share, in words and as data."""
    told = run(home, "usecases")
    result = run(home, "usecases", "--json")
    assert told.code == result.code == 0
    shared = json.loads(result.out)["use_cases"]
    assert len(shared) > 1
    assert shared[0]["canonical"] in told.out


@pytest.mark.parametrize("words", [("score",), ("score", "--json"), ("usecases",)])
@pytest.mark.parametrize("job", ["astronaute", "assistant"])
def test_a_job_unknown_or_ambiguous_is_one_sentence(
    home: Path, words: tuple[str, ...], job: str
) -> None:
    """No guess, no partial output: the names that are near or possible."""
    outcome = run(home, *words, job)
    check_failure(outcome)
    assert job in outcome.err


@pytest.mark.parametrize(
    "question", ["", "   ", "?!", "a" * (MAX_CHARACTERS + 1), "\udcff\udcfe"]
)
def test_a_question_that_is_none_is_one_sentence(home: Path, question: str) -> None:
    """Empty, without a word, too long, or binary junk."""
    check_failure(run(home, "ask", "--json", question))


def test_an_unknown_persona_is_one_sentence(home: Path) -> None:
    """The name typed is in the sentence."""
    outcome = run(home, "ask", "Bonjour", "--persona", "chat")
    check_failure(outcome)
    assert "chat" in outcome.err


@pytest.mark.parametrize("words", [("ask",), ("score",), ("inconnue",), ("ask", "--zut", "x")])
def test_a_command_badly_formed_is_one_sentence(home: Path, words: tuple[str, ...]) -> None:
    """A missing argument, an unknown command or option: what to read, and the usual exit code."""
    check_failure(run(home, *words), code=2)


def test_the_first_question_builds_the_index(tmp_path: Path) -> None:
    """An empty data folder is filled, then the question is answered; the output stays clean."""
    outcome = run(tmp_path / "neuf", "ask", "--json", f"Score du {DOCTOR} ?")
    assert outcome.code == 0
    assert json.loads(outcome.out)["kind"] == "answer"
    assert SnapshotFolder(tmp_path / "neuf").current()


@pytest.mark.parametrize("words", [("ask", "Bonjour"), ("batch",), ("score", DOCTOR)])
def test_a_data_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Here a file stands where the folder should: the sentence names it."""
    (tmp_path / "fichier").write_text("occupé", encoding="utf-8")
    outcome = run(tmp_path / "fichier" / "vigie", *words, stdin=b"{}\n")
    check_failure(outcome)
    assert str(tmp_path / "fichier") in outcome.err


def test_a_folder_of_studies_that_does_not_exist_is_one_sentence(tmp_path: Path) -> None:
    """A setting that names nothing is said before anything is built."""
    missing = tmp_path / "absent"
    outcome = run(tmp_path / "vigie", "ask", "Bonjour", VIGIE_STUDIES=str(missing))
    check_failure(outcome)
    assert str(missing) in outcome.err


@pytest.mark.parametrize("damage", ["chroma/chroma.sqlite3", "manifest.json", "lexical"])
def test_a_damaged_index_is_one_sentence_or_is_mended(
    home: Path, tmp_path: Path, damage: str
) -> None:
    """A snapshot that lost a file never ends in a traceback."""
    copy = tmp_path / "vigie"
    shutil.copytree(home, copy)
    snapshot = SnapshotFolder(copy)
    path = snapshot.path(snapshot.current() or "") / damage
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.write_bytes(b"\x00" * 64)
    outcome = run(copy, "ask", "--json", f"Score du {DOCTOR} ?")
    if outcome.code:
        check_failure(outcome)
    else:
        assert json.loads(outcome.out)["kind"] == "answer"


def test_questions_are_answered_while_another_process_writes(home: Path) -> None:
    """Reading needs no lock."""
    with SnapshotFolder(home).writing():
        outcome = run(home, "ask", "--json", f"Score du {DOCTOR} ?")
    assert outcome.code == 0
    assert json.loads(outcome.out)["kind"] == "answer"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root writes anywhere")
def test_an_index_can_be_read_where_nothing_can_be_written(home: Path, tmp_path: Path) -> None:
    """A data folder on a read-only disk answers."""
    copy = tmp_path / "vigie"
    shutil.copytree(home, copy)
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    outcome = run(copy, "ask", "--json", f"Score du {DOCTOR} ?")
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o755)
    assert outcome.code == 0


def test_batch_answers_every_line_in_order(home: Path) -> None:
    """Good lines, bad lines and binary junk: one line of JSON each, and success."""
    good = json.dumps({"id": "un", "question": f"Score du {DOCTOR} ?"}).encode()
    follow = {"id": "trois", "question": "et l'infirmier ?", "history": [f"Score du {DOCTOR} ?"]}
    lines = [good, b"\xff\xfe\x00junk\x80", json.dumps(follow).encode(), b"", b'{"id": "q"}']
    outcome = run(home, "batch", stdin=b"\n".join(lines))
    assert outcome.code == 0
    assert "Traceback" not in outcome.err
    records = [json.loads(line) for line in outcome.out.splitlines()]
    for record in records:
        check_record(record)
    assert [r["id"] for r in records] == ["un", "", "trois", "q"]
    assert [r["kind"] for r in records] == ["answer", "error", "answer", "error"]
    assert "0,41" in records[2]["answer"]


@pytest.mark.xfail(strict=True, reason="an id that is no Unicode text cannot be written back")
def test_batch_survives_an_id_that_cannot_be_written(home: Path) -> None:
    """Half a surrogate pair is valid JSON: it costs its own line at most."""
    lines = rb'{"id": "\ud800", "question": "Bonjour"}', rb'{"id": "b", "question": "Bonjour"}'
    outcome = run(home, "batch", stdin=b"\n".join(lines))
    assert outcome.code == 0
    assert [json.loads(line)["kind"] for line in outcome.out.splitlines()][1:] == ["answer"]


def test_batch_without_a_line_is_nothing(home: Path) -> None:
    """No question, no answer, no complaint."""
    outcome = run(home, "batch")
    assert (outcome.code, outcome.out) == (0, "")
