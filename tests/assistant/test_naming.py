"""How the studies are named in answers."""

from decimal import Decimal

from assistant.gather.naming import StudyNames
from assistant.vigie import Vigie
from corpus.study import load_studies
from ingest.manifest import Source
from prompts.wording import sentence
from tests.assistant.conftest import Ask


def test_a_digest_is_told_from_the_study(vigie: Vigie) -> None:
    """Whoever reads the project's own text of a study is told so, in every citation of it."""
    names = StudyNames(load_studies(), vigie.index.documents)
    short = "IA générative et métiers de l'assistance"
    assert StudyNames(load_studies(), ()).name("assistance-2025") == short
    assert names.name("assistance-2025") == sentence("rendering.digest_of", name=short)


def test_every_citation_of_a_digest_says_so(vigie: Vigie, ask: Ask) -> None:
    """The name shown with a citation is that of the digest, for tables and for texts."""
    digests = {d.study for d in vigie.index.documents if d.source is Source.DIGEST}
    digest = sentence("rendering.digest_of", name="")
    for question in ("Score du médecin d'assistance ?", "Que pensent les salariés de l'IA ?"):
        answer = ask(question)
        assert answer.citations
        assert all(c.study_name.endswith(digest) for c in answer.citations if c.study in digests)


def test_an_unknown_study_keeps_its_own_name() -> None:
    """A study that no card describes has a name, no card and no year."""
    names = StudyNames(load_studies(), ())
    assert names.name("inconnue") == "inconnue"
    assert names.study("inconnue") is None
    assert names.years("inconnue") == frozenset()
    assert not names.is_loaded("inconnue")


def test_the_years_of_a_study_may_be_stated() -> None:
    """Both years of « 2024-2025 » name the study."""
    assert StudyNames(load_studies(), ()).years("assistance-2025") == {Decimal(2024), Decimal(2025)}
