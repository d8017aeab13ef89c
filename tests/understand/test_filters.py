"""The filters that a question puts on a table."""

from decimal import Decimal

import pytest

from assistant.request import Filters
from assistant.understand.cues import Cues
from assistant.understand.filters import find_filters
from assistant.understand.reading import read
from corpus.assistance import ExposureClass, Qualification


def filters(cues: Cues, text: str) -> Filters:
    """Return the filters that a text states."""
    return find_filters(read(text), cues)


@pytest.mark.parametrize(
    "text",
    [
        "Que devient le juriste ?",
        "Quels cas d'usage pour le formateur ?",
        "Bonjour",
        "Les données sont-elles prêtes ?",
        "Que devient le métier de boulanger ?",
        "Comment évolue le métier d'actuaire ?",
    ],
)
def test_a_question_may_state_no_filter(cues: Cues, text: str) -> None:
    """Nothing is filtered unless the question says so."""
    assert filters(cues, text) == Filters()


@pytest.mark.parametrize(
    ("text", "qualification"),
    [
        ("selon PwC", Qualification.PWC_REVISED),
        ("d'après PricewaterhouseCoopers", Qualification.PWC_REVISED),
        ("selon PwC initial", Qualification.PWC_ROME),
        ("avec la qualification initiale", Qualification.PWC_ROME),
        ("sur la base ROME", Qualification.PWC_ROME),
        ("selon les experts", Qualification.EXPERTS),
        ("d'après les représentants métier", Qualification.EXPERTS),
        ("dans les ateliers", Qualification.EXPERTS),
        ("PwC et les experts", None),
        ("selon tout le monde", None),
    ],
)
def test_rater(cues: Cues, text: str, qualification: Qualification | None) -> None:
    """One rater named is a filter; both named ask for neither alone."""
    assert filters(cues, text) == Filters(qualification=qualification)


@pytest.mark.parametrize(
    ("text", "exposure_class"),
    [
        ("les métiers émergents", ExposureClass.EMERGING),
        ("une fonction émergente", ExposureClass.EMERGING),
        ("ceux en évolution", ExposureClass.EVOLVING),
        ("EN FORTE TRANSFORMATION", ExposureClass.TRANSFORMING),
        ("fortement transformés", ExposureClass.TRANSFORMING),
        ("non impactés", ExposureClass.UNAFFECTED),
        ("impactés de manière négligeable", ExposureClass.UNAFFECTED),
        ("les métiers épargnés", ExposureClass.UNAFFECTED),
        ("émergents ou en évolution", None),
    ],
)
def test_exposure_class(cues: Cues, text: str, exposure_class: ExposureClass | None) -> None:
    """One class named is a filter; two named leave all of them."""
    assert filters(cues, text) == Filters(exposure_class=exposure_class)


def test_lowest_is_not_the_unaffected_class(cues: Cues) -> None:
    """« Les moins touchés » asks for the bottom of the list, whatever the class."""
    asked = filters(cues, "les métiers les moins touchés, même pas touchés")
    assert asked.lowest
    assert asked.exposure_class is None


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("uniquement les métiers cœur", True),
        ("les métiers coeur", True),
        ("core jobs", True),
        ("hors cœur", False),
        ("les métiers non cœur", False),
        ("tous les métiers", None),
    ],
)
def test_core_jobs(cues: Cues, text: str, core: bool | None) -> None:
    """Core jobs, the others, or all of them."""
    assert filters(cues, text).core is core


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("les opérations d'assistance", "01"),
        ("les métiers médicaux", "02"),
        ("la famille 3", "03"),
        ("la gestion d'assistance", "04"),
        ("les réseaux de prestataires", "05"),
        ("le marketing et la communication : les métiers du marketing", "06"),
        ("les métiers de l'informatique", "07"),
        ("les ressources humaines", "08"),
        ("la famille management", "09"),
        ("les métiers data", "10"),
        ("les métiers de la finance", "11"),
        ("support, pilotage et projets", "12"),
        ("les métiers juridiques", "13"),
        ("les métiers de la mer", None),
    ],
)
def test_family(cues: Cues, text: str, family: str | None) -> None:
    """Each of the thirteen families is known by its name, its number or its trade."""
    assert filters(cues, text) == Filters(family=family)


@pytest.mark.parametrize(
    ("text", "priority"),
    [
        ("les cas d'usage de priorité 1", 1),
        ("les cas d'usage prioritaires", 1),
        ("par quoi commencer", 1),
        ("à lancer en premier", 1),
        ("la deuxième priorité", 2),
        ("ceux de prio 2", 2),
        ("en priorité 3", 3),
        ("les moins prioritaires", 3),
        ("tous les cas d'usage", None),
    ],
)
def test_priority(cues: Cues, text: str, priority: int | None) -> None:
    """A priority is said by its number, or by words for « first » and « last »."""
    assert filters(cues, text).priority == priority


@pytest.mark.parametrize(
    ("text", "axis"),
    [
        ("l'axe 2", 2),
        ("premier axe", 1),
        ("la gouvernance", 1),
        ("les infrastructures", 2),
        ("sensibiliser les équipes", 3),
        ("un parcours de formation", 4),
        ("l'axe cinq", 5),
        ("l'axe 7", None),
    ],
)
def test_axis(cues: Cues, text: str, axis: int | None) -> None:
    """An axis of recommendations is said by its number or its subject."""
    assert filters(cues, text) == Filters(axis=axis)


@pytest.mark.parametrize(
    ("text", "top"),
    [
        ("top 3", 3),
        ("le TOP cinq", 5),
        ("les 7 premiers", 7),
        ("les trois derniers", 3),
        ("les premiers 4", 4),
        ("dix métiers les plus exposés", 10),
        ("the five most exposed", 5),
        ("top 99", 58),
        ("Quel est le métier le plus exposé ?", 1),
        ("lequel est le plus exposé ?", 1),
        ("which job is the most exposed?", 1),
        ("quels métiers ?", None),
        ("les 58 métiers", None),
        ("les 3 métiers cœur les plus exposés", 3),
    ],
)
def test_how_many(cues: Cues, text: str, top: int | None) -> None:
    """A number of jobs is read in digits or words, up to 58; the singular asks for one."""
    assert filters(cues, text).top == top


@pytest.mark.parametrize(
    ("text", "lowest"),
    [
        ("les moins exposés", True),
        ("les derniers du classement", True),
        ("least exposed", True),
        ("les scores les plus faibles", True),
        ("les plus exposés", False),
    ],
)
def test_lowest(cues: Cues, text: str, *, lowest: bool) -> None:
    """The end of the list is asked for by words for « least » and « last »."""
    assert filters(cues, text).lowest is lowest


@pytest.mark.parametrize(
    ("text", "limit", "prerequisite"),
    [
        ("avec une limite", True, None),
        ("ceux qui ont des réserves", True, None),
        ("sous condition", None, True),
        ("avec prérequis", None, True),
        ("avec limites et pré-requis", True, True),
        ("sans commentaire", None, None),
    ],
)
def test_limits_and_prerequisites(
    cues: Cues, text: str, limit: bool | None, prerequisite: bool | None
) -> None:
    """Use cases are narrowed to those with a limit, a prerequisite, or both."""
    assert filters(cues, text) == Filters(limit=limit, prerequisite=prerequisite)


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("le métier à la 3e place", 3),
        ("qui est au rang 12 ?", 12),
        ("le numéro 1", 1),
        ("le deuxième du classement", 2),
        ("classé 58e", 58),
        ("au rang 70", None),
        ("la deuxième question", None),
        ("un troisième avis", None),
    ],
)
def test_rank(cues: Cues, text: str, rank: int | None) -> None:
    """A place in the ranking is said in digits or words, from 1 to 58."""
    assert filters(cues, text).rank == rank


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("un score de 0,41", Decimal("0.41")),
        ("qui est à 0,9 ?", Decimal("0.9")),
        ("exactement 1,00", Decimal("1.00")),
        ("0,41 % des cas", None),
        ("un score de 3,5", None),
    ],
)
def test_score(cues: Cues, text: str, score: Decimal | None) -> None:
    """A score sought is a decimal between 0 and 1."""
    assert filters(cues, text).score == score


@pytest.mark.parametrize(
    ("text", "excluded", "family"),
    [
        ("hors famille RH", ("08",), None),
        ("sauf les métiers médicaux", ("02",), None),
        ("à part les ressources humaines", ("08",), None),
        ("les métiers juridiques, sans les métiers de la finance", ("11",), "13"),
        ("les métiers médicaux", (), "02"),
    ],
)
def test_excluded_families(
    cues: Cues, text: str, excluded: tuple[str, ...], family: str | None
) -> None:
    """A family after « hors », « sauf » or « sans » is left out; another one is kept."""
    asked = filters(cues, text)
    assert (asked.excluded, asked.family) == (excluded, family)


def test_filters_add_up(cues: Cues) -> None:
    """A question states as many filters as it likes."""
    text = "parmi les métiers cœur de la famille RH, les 3 derniers selon les experts"
    assert filters(cues, text) == Filters(
        qualification=Qualification.EXPERTS, family="08", core=True, top=3, lowest=True
    )
