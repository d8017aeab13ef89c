"""The consultation's percentages."""

from assistant.scoring import consultation
from corpus.assistance import AssistanceTables
from tests.scoring.refusals import refused

RULES = "Règles d'utilisation de l'IA générative"


def test_percentages_of_a_question(tables: AssistanceTables) -> None:
    """The options come with their percentages, highest first."""
    (asked,) = consultation(tables, RULES).questions

    assert [option.percentage for option in asked.options] == [37, 36, 18, 9]
    assert asked.without_figure == 0


def test_an_option_without_figure_keeps_its_wording(tables: AssistanceTables) -> None:
    """What the text says in words only comes last, without an invented figure."""
    (asked,) = consultation(tables, "facon d'integrer les solutions d'IA generative").questions

    assert [option.percentage for option in asked.options] == [18, 8, None, None]
    assert asked.without_figure == 2
    assert all(option.wording for option in asked.options[2:])


def test_all_questions_follow_the_sections(tables: AssistanceTables) -> None:
    """Without a question, all of them come in the order of the study."""
    sections = [asked.section for asked in consultation(tables).questions]

    assert sections[0] == "2.2.1"
    assert sections[-1] == "2.2.10"
    assert sections == sorted(sections, key=lambda section: [int(n) for n in section.split(".")])


def test_trace_holds_the_percentages(tables: AssistanceTables) -> None:
    """Every percentage that can be stated is in the trace."""
    assert {figure.value for figure in consultation(tables, RULES).trace.figures} == {37, 36, 18, 9}


def test_unknown_question_is_refused(tables: AssistanceTables) -> None:
    """A question that the consultation did not ask is refused."""
    with refused("scoring.unknown_question"):
        consultation(tables, "Salaires")
