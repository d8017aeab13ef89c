"""The examples offered are those that the loaded studies can answer."""

from assistant.ui.examples import examples
from corpus.study import load_studies


def test_the_examples_of_a_study_come_with_it() -> None:
    """Questions on the tables are always offered, those on a text only with that study."""
    without, alone = examples(()), examples({"omt-2014"})
    assert len(without) >= 3
    assert len(set(alone) - set(without)) == 1
    assert set(without) <= set(alone)


def test_each_study_of_jobs_has_an_example() -> None:
    """Every study but the promotional one has a question of its own."""
    for study in load_studies():
        offered = len(examples({study.id})) - len(examples(()))
        assert offered == (0 if study.kind == "promotionnel" else 1), study.id
