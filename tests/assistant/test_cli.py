"""The command line: as a user runs it, and for the variants in this process, to be quick."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.cli import app
from assistant.question import MAX_CHARACTERS
from ingest import command
from ingest.settings import StorageSettings
from ingest.snapshots import SnapshotFolder
from tests.assistant.command_line import Outcome, run
from tests.assistant.test_contract import check_record

DOCTOR = "Médecin d'assistance"
Here = Callable[..., Outcome]


@pytest.fixture(scope="session")
def home(digest_settings: StorageSettings) -> Path:
    """A data folder with its index."""
    return digest_settings.home


@pytest.fixture
def here(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Here:
    """Run a command in this process, from a folder without ``.env``."""

    def call(home: Path, *words: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setenv("VIGIE_HOME", str(home))
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["assistant", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            command.run(app)
        written = capsys.readouterr()
        return Outcome(int(left.value.code or 0), written.out, written.err)

    return call


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


def test_ask_takes_a_persona(home: Path, here: Here) -> None:
    """What HR reads is not what an employee reads."""
    question = f"Que devient le métier {DOCTOR} ?"
    hr = here(home, "ask", question, "--persona", "rh")
    employee = here(home, "ask", question)
    assert hr.code == employee.code == 0
    assert "0,16" in hr.out
    assert hr.out != employee.out


def test_a_refusal_is_an_answer_of_the_command(home: Path, here: Here) -> None:
    """What is not answered is said on the output, and the command succeeds."""
    outcome = here(home, "ask", "--json", "Dois-je licencier Mme Dupont ?")
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


def test_score_json_gives_the_result_with_its_trace(home: Path, here: Here) -> None:
    """All three qualifications, as figures that a program can use, and where they were read."""
    outcome = here(home, "score", DOCTOR, "--json")
    assert outcome.code == 0
    result = json.loads(outcome.out)
    assert result["job"] == DOCTOR
    assert len(result["ratings"]) == 3
    assert result["trace"]["sources"]


def test_usecases_of_a_job(home: Path, here: Here) -> None:
    """The use cases by priority, in words and as data."""
    told = here(home, "usecases", "infirmière d'assistance")
    assert told.code == 0
    assert "Infirmier d'assistance" in told.out
    result = here(home, "usecases", "infirmière d'assistance", "--json")
    titles = [u["title"] for g in json.loads(result.out)["groups"] for u in g["use_cases"]]
    assert titles
    assert all(title in told.out for title in titles)


def test_usecases_without_a_job(home: Path, here: Here) -> None:
    """The use cases that several jobs share, in words and as data."""
    told = here(home, "usecases")
    result = here(home, "usecases", "--json")
    assert told.code == result.code == 0
    shared = json.loads(result.out)["use_cases"]
    assert len(shared) > 1
    assert shared[0]["canonical"] in told.out


@pytest.mark.parametrize("words", [("score",), ("score", "--json"), ("usecases",)])
@pytest.mark.parametrize("job", ["astronaute", "assistant"])
def test_a_job_unknown_or_ambiguous_is_one_sentence(
    home: Path, here: Here, words: tuple[str, ...], job: str
) -> None:
    """No guess, no partial output: the names that are near or possible."""
    outcome = here(home, *words, job)
    check_failure(outcome)
    assert job in outcome.err


@pytest.mark.parametrize("question", ["", "   ", "?!", "a" * (MAX_CHARACTERS + 1), "\udcff\udcfe"])
def test_a_question_that_is_none_is_one_sentence(home: Path, here: Here, question: str) -> None:
    """Empty, without a word, too long, or binary junk."""
    check_failure(here(home, "ask", "--json", question))


def test_an_unknown_persona_is_one_sentence(home: Path, here: Here) -> None:
    """The name typed is in the sentence."""
    outcome = here(home, "ask", "Bonjour", "--persona", "chat")
    check_failure(outcome)
    assert "chat" in outcome.err


@pytest.mark.parametrize("words", [("ask",), ("score",), ("inconnue",), ("ask", "--zut", "x")])
def test_a_command_badly_formed_is_one_sentence(
    home: Path, here: Here, words: tuple[str, ...]
) -> None:
    """A missing argument, an unknown command or option: what to read, and the usual exit code."""
    check_failure(here(home, *words), code=2)


def test_the_first_question_builds_the_index(tmp_path: Path) -> None:
    """An empty data folder is filled, then the question is answered; the output stays clean."""
    outcome = run(tmp_path / "neuf", "ask", "--json", f"Score du {DOCTOR} ?")
    assert outcome.code == 0
    assert json.loads(outcome.out)["kind"] == "answer"
    assert SnapshotFolder(tmp_path / "neuf").current()


@pytest.mark.parametrize("words", [("ask", "Bonjour"), ("batch",), ("score", DOCTOR)])
def test_a_data_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, here: Here, words: tuple[str, ...]
) -> None:
    """Here a file stands where the folder should: the sentence names it."""
    (tmp_path / "fichier").write_text("occupé", encoding="utf-8")
    outcome = here(tmp_path / "fichier" / "vigie", *words, stdin=b"{}\n")
    check_failure(outcome)
    assert str(tmp_path / "fichier") in outcome.err


def test_failures_of_a_real_process_are_one_sentence(home: Path, tmp_path: Path) -> None:
    """No traceback, nothing on the output and an exit code, outside of the tests too."""
    (tmp_path / "fichier").write_text("occupé", encoding="utf-8")
    check_failure(run(home, "score", "astronaute"))
    check_failure(run(home, "ask", ""))
    check_failure(run(home, "ask", "--zut", "x"), code=2)
    check_failure(run(tmp_path / "fichier" / "vigie", "ask", "Bonjour"))


def test_a_folder_of_studies_that_does_not_exist_is_one_sentence(tmp_path: Path) -> None:
    """A setting that names nothing is said before anything is built."""
    missing = tmp_path / "absent"
    outcome = run(tmp_path / "vigie", "ask", "Bonjour", VIGIE_STUDIES=str(missing))
    check_failure(outcome)
    assert str(missing) in outcome.err


@pytest.mark.parametrize("damage", ["chroma/chroma.sqlite3", "manifest.json", "lexical"])
def test_a_damaged_index_is_one_sentence_or_is_mended(
    home: Path, here: Here, tmp_path: Path, damage: str
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
    outcome = here(copy, "ask", "--json", f"Score du {DOCTOR} ?")
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


def test_batch_survives_an_id_that_cannot_be_written(home: Path, here: Here) -> None:
    """Half a surrogate pair is valid JSON: it costs its own line at most."""
    lines = rb'{"id": "\ud800", "question": "Bonjour"}', rb'{"id": "b", "question": "Bonjour"}'
    outcome = here(home, "batch", stdin=b"\n".join(lines))
    assert outcome.code == 0
    assert [json.loads(line)["kind"] for line in outcome.out.splitlines()][1:] == ["answer"]


def test_batch_without_a_line_is_nothing(home: Path, here: Here) -> None:
    """No question, no answer, no complaint."""
    outcome = here(home, "batch")
    assert (outcome.code, outcome.out) == (0, "")
