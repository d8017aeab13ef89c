import pytest

from ingest.hyphens import Joiner


def joined(left: str, right: str, *elsewhere: str) -> str:
    """Join two lines of a document that also says ``elsewhere``."""
    return Joiner([left, right, *elsewhere]).join([left, right])


def test_a_word_cut_in_two_is_joined_when_it_occurs_elsewhere() -> None:
    """The document's own words decide."""
    assert joined("une transfor-", "mation des", "la transformation") == "une transformation des"


def test_a_word_seen_whole_is_no_compound() -> None:
    """Two halves that are words are still one word when it occurs elsewhere."""
    others = ("entre eux", "une prise", "notre entreprise")
    assert joined("chaque entre-", "prise doit", *others) == "chaque entreprise doit"


def test_a_compound_keeps_its_hyphen_when_it_occurs_elsewhere() -> None:
    """« rendez-vous » seen whole on another line stays a compound."""
    assert joined("un rendez-", "vous pris", "un rendez-vous") == "un rendez-vous pris"


def test_two_words_that_exist_make_a_compound() -> None:
    """Without other evidence, two known words keep their hyphen."""
    assert joined("le chef-", "adjoint arrive", "le chef", "un adjoint") == "le chef-adjoint arrive"


def test_an_unknown_half_is_joined() -> None:
    """A half that is no word was cut by the printer."""
    assert joined("la désinter-", "médiation", "autre chose") == "la désintermédiation"


@pytest.mark.parametrize("prefix", ["pré", "co", "non"])
def test_prefixes_keep_their_hyphen(prefix: str) -> None:
    """A prefix that French sets off with a hyphen keeps it."""
    assert joined(f"{prefix}-", "qualifier") == f"{prefix}-qualifier"


def test_a_dash_alone_stays_a_dash() -> None:
    """A spaced dash at the end of a line is punctuation; before a number, a minus sign."""
    assert joined("le texte -", "ou presque") == "le texte - ou presque"
    assert joined("entre -", "5 et +5") == "entre -5 et +5"


def test_a_soft_hyphen_disappears() -> None:
    """A soft hyphen only marks where a word may be cut."""
    assert joined("trans\u00ad", "formation fine\u00adment") == "transformation finement"


def test_a_web_address_is_put_back_together() -> None:
    """An address cut after a slash gets no space."""
    assert joined("voir https://exemple.fr/", "page") == "voir https://exemple.fr/page"
