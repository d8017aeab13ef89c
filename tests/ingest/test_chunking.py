from ingest.chunking import cut
from ingest.document import Document, Page, Unit


def document(*units: Unit) -> Document:
    """Return a document of these units, on pages labelled i, ii and so on."""
    last = max(u.page for u in units)
    pages = tuple(Page(n, "i" * n, "") for n in range(1, last + 1))
    return Document(None, pages, units, ())


def said(text: str, page: int = 1, section: str = "Un", *, start: int = 0, par: int = 0) -> Unit:
    """Return a sentence."""
    return Unit(text, page, start, (section,), par)


def heading(text: str, page: int = 1, section: tuple[str, ...] = ("Un",)) -> Unit:
    """Return a heading."""
    return Unit(text, page, 0, section, 90 + len(section), is_heading=True)


def test_sentences_are_never_cut() -> None:
    """Whatever the size asked for, passages are made of whole sentences, in order."""
    sentences = [f"Phrase {n} {'mot ' * n}fin." for n in range(20)]
    read = document(*(said(s) for s in sentences))
    for largest in (1, 60, 200, 10_000):
        assert " ".join(c.text for c in cut("e", read, largest)) == " ".join(sentences)


def test_passages_stay_within_the_size_asked_for() -> None:
    """Only a single sentence that is longer exceeds it, and parts are of about equal size."""
    read = document(*(said("Phrase de vingt-cinq c.") for _ in range(12)))
    sizes = [len(c.text) for c in cut("e", read, 100)]
    assert max(sizes) <= 100
    assert max(sizes) - min(sizes) <= 25


def test_a_passage_is_of_one_section_and_starts_on_its_page() -> None:
    """A new section or a new page starts a new passage, with its label."""
    read = document(said("A."), said("B.", section="Deux"), said("C.", 2, "Deux"))
    chunks = cut("e", read)
    assert [(c.text, c.page, c.page_label, c.section) for c in chunks] == [
        ("A.", 1, "i", ("Un",)),
        ("B.", 1, "i", ("Deux",)),
        ("C.", 2, "ii", ("Deux",)),
    ]


def test_a_heading_opens_the_first_passage_of_its_section() -> None:
    """The heading and the one above it are printed with the text that follows on the page."""
    read = document(
        heading("Un"),
        heading("Sous", section=("Un", "Sous")),
        Unit("Texte.", 1, 9, ("Un", "Sous"), 3),
    )
    assert [c.text for c in cut("e", read)] == ["Un\nSous\nTexte."]


def test_a_heading_on_the_page_before_does_not_move_the_passage() -> None:
    """The passage starts where its text does; the heading is in its section path."""
    read = document(heading("Titre assez long", section=("Titre assez long",)),
                    said("Texte.", 2, "Titre assez long"))  # fmt: skip
    assert [(c.text, c.page) for c in cut("e", read)] == [("Texte.", 2)]


def test_a_heading_without_text_is_not_lost() -> None:
    """A title followed by another one of its level is a passage of its own."""
    read = document(heading("Titre nu", section=("Titre nu",)), said("Texte.", section="Autre"))
    assert [(c.text, c.section) for c in cut("e", read)] == [
        ("Titre nu", ("Titre nu",)),
        ("Texte.", ("Autre",)),
    ]


def test_what_announces_a_list_goes_with_it() -> None:
    """A sentence that ends in a colon is not left at the end of a passage."""
    read = document(said("x" * 60), said("Trois points :"), said("y" * 30), said("z" * 30))
    assert [c.text.split(" ")[0] for c in cut("e", read, 80)] == ["x" * 60, "Trois"]


def test_paragraphs_are_lines_of_a_passage() -> None:
    """Sentences of one paragraph share a line."""
    read = document(said("A."), said("B."), said("C.", par=1))
    assert cut("e", read)[0].text == "A. B.\nC."


def test_ids_come_from_the_content() -> None:
    """The same content has the same id at every run; repeated content is told apart."""
    read = document(said("Répété.", section="S", par=1), said("Autre.", section="T"),
                    said("Répété.", section="S", par=2))  # fmt: skip
    first = [c.id for c in cut("e", read)]
    assert first == [c.id for c in cut("e", read)]
    assert len(set(first)) == 3
    assert first[0].split("-")[0] == first[2].split("-")[0]
    assert not set(first) & {c.id for c in cut("autre", read)}


def test_spans_are_those_of_the_page() -> None:
    """The start is that of the first unit, the end that of the last."""
    read = document(said("Abc.", start=10), said("Défg.", start=15))
    chunk = cut("e", read)[0]
    assert (chunk.start, chunk.end) == (10, 20)
