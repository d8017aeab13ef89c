"""From the PDF to sentences with their page and section, on PDFs printed by the tests."""

from pathlib import Path

import pytest

from ingest.document import Document, Unit, read_document
from ingest.outline import Anchor
from prompts.errors import VigieError
from tests.ingest.conftest import MakePdf


def unit(document: Document, words: str) -> Unit:
    """Return the unit that holds these words."""
    found = [u for u in document.units if words in u.text]
    assert len(found) == 1, [u.text for u in document.units]
    return found[0]


def texts(document: Document) -> list[str]:
    """Return the text of every unit."""
    return [u.text for u in document.units]


def test_running_headers_and_footers_are_left_out(make_pdf: MakePdf) -> None:
    """A repeated header and a footer with the page number inside are no text of the study."""
    markup = (
        "#set page(header: [Observatoire des essais], "
        "footer: context [Étude 2025 Page #counter(page).display() | 4])\n"
        + "#pagebreak()\n".join(f"Texte de la page {p}, qui dit autre chose." for p in "ABCD")
    )
    read = read_document(make_pdf(markup))
    assert texts(read) == [f"Texte de la page {p}, qui dit autre chose." for p in "ABCD"]


def test_a_caption_that_recurs_at_the_top_stays(make_pdf: MakePdf) -> None:
    """What stands at the top of pages far apart is text, numbers apart or not."""
    pages = [f"Figure {n}\n\nTexte {n}." if n % 3 == 1 else f"Suite {n}." for n in range(1, 9)]
    read = read_document(make_pdf("#pagebreak()\n".join(pages)))
    assert [t for t in texts(read) if t.startswith("Figure")] == [
        "Figure 1",
        "Figure 4",
        "Figure 7",
    ]


def test_numbered_captions_on_facing_pages_stay(make_pdf: MakePdf) -> None:
    """Captions whose numbers do not follow those of the pages are text, however alike."""
    pages = [f"Tableau {n}\n\nTexte du tableau {n}." for n in (9, 3, 6, 2)]
    read = read_document(make_pdf("#pagebreak()\n".join(pages)))
    assert [t for t in texts(read) if t.startswith("Tableau")] == [
        "Tableau 9", "Tableau 3", "Tableau 6", "Tableau 2",
    ]  # fmt: skip


def test_printed_page_numbers_are_kept_as_labels(make_pdf: MakePdf) -> None:
    """A front matter shifts the printed number: both numbers are known."""
    markup = (
        "Couverture\n#pagebreak()\n#counter(page).update(11)\n"
        "#set page(footer: context [#counter(page).display()])\n"
        + "#pagebreak()\n".join(f"Texte de la page {letter}." for letter in "ABCD")
    )
    read = read_document(make_pdf(markup))
    assert [page.label for page in read.pages] == [None, "11", "12", "13", "14"]


def test_words_cut_at_line_ends_are_joined(make_pdf: MakePdf) -> None:
    """A paragraph printed with hyphenation reads as it was written."""
    sentence = (
        "La transformation des compétences professionnelles nécessite un accompagnement des "
        "organisations et une généralisation des expérimentations technologiques prometteuses."
    )
    markup = (
        f"#set page(width: 70mm)\n#set text(hyphenate: true)\n#set par(justify: true)\n{sentence}"
    )
    path = make_pdf(markup)
    assert sentence in texts(read_document(path))


def test_a_sentence_that_straddles_two_pages_is_whole(make_pdf: MakePdf) -> None:
    """The sentence belongs to the page on which it starts; the next one to its own."""
    words = " ".join(["mot"] * 40)
    paragraph = f"Première {words}. Deuxième {words} fin. Troisième {words}."
    read = read_document(make_pdf(f"#set page(height: 60mm, width: 100mm)\n{paragraph}"))
    pages = [u.page for u in read.units]
    assert texts(read) == [f"Première {words}.", f"Deuxième {words} fin.", f"Troisième {words}."]
    assert pages == sorted(pages)
    assert len(read.pages) > 1


def test_a_footnote_does_not_cut_a_sentence(make_pdf: MakePdf) -> None:
    """The note comes after the paragraph, and its mark does not corrupt the word before it."""
    words = " ".join(["mot"] * 60)
    markup = (
        "#set page(height: 60mm, width: 100mm)\n#set super(typographic: false)\n"
        f"En 2024#footnote[Source de la note.] {words} {words} fin de phrase. Suite."
    )
    read = read_document(make_pdf(markup))
    assert texts(read)[0] == f"En 2024 {words} {words} fin de phrase."
    assert any("Source de la note." in t for t in texts(read))
    assert len(read.pages) > 1


def test_table_rows_are_one_line_each(make_pdf: MakePdf) -> None:
    """Cells of several lines, aligned at the top or centred, stay in their row."""
    for align in ("top", "horizon"):
        markup = (
            f"#table(columns: (3cm, 4cm, 1.5cm), align: {align} + left,\n"
            "[Famille], [Métier], [Score],\n"
            "[Gestion d'assistance], [Gestionnaire de dossiers d'assistance au long], [1,00],\n"
            "[Commercial, marketing, communication], [Juriste], [0,37],\n"
            "[Réseau], [Animateur], [0,86])"
        )
        read = read_document(make_pdf(markup))
        assert texts(read) == [
            "Famille\tMétier\tScore",
            "Gestion d'assistance\tGestionnaire de dossiers d'assistance au long\t1,00",
            "Commercial, marketing, communication\tJuriste\t0,37",
            "Réseau\tAnimateur\t0,86",
        ]


def test_text_in_two_columns_reads_one_column_after_the_other(make_pdf: MakePdf) -> None:
    """Lines of two columns are not mixed into rows."""
    left, right = "gauche " * 60, "droite " * 60
    markup = f"#columns(2)[Début {left}fin #colbreak() Reprise {right}fin]"
    read = read_document(make_pdf(markup))
    joined = " ".join(texts(read))
    assert joined.index("Reprise") > joined.rindex("gauche")
    assert not any("gauche" in t and "droite" in t for t in texts(read))


def test_list_items_are_units_of_their_own(make_pdf: MakePdf) -> None:
    """Items without a full stop are not run together."""
    read = read_document(
        make_pdf("Trois points :\n- le premier point\n- le deuxième\n- le dernier")
    )
    assert [t.lstrip("• ") for t in texts(read)] == [
        "Trois points :", "le premier point", "le deuxième", "le dernier",
    ]  # fmt: skip


NUMBERED = """
#set heading(outlined: false, bookmarked: false)
#show heading: set text(size: 14pt)
#text(size: 18pt, weight: "bold")[1. Introduction]

#text(size: 14pt, weight: "bold")[1.1. Objet]

Texte de l'objet de cette étude, assez long pour être le corps du document.

#text(size: 14pt, weight: "bold")[2. Résultats]

#text(size: 16pt, weight: "bold")[2.1. Métiers]

#text(size: 16pt, weight: "bold")[Observations]

Texte des observations, qui appartient aux métiers malgré la taille du titre.

#text(size: 11pt, weight: "bold")[2.2. Compétences]

Texte des compétences, sous un titre plus petit que les autres.
"""


def test_numbers_decide_the_plan_not_the_printed_size(make_pdf: MakePdf) -> None:
    """A chapter printed small is a chapter; an unnumbered title large is in its section."""
    read = read_document(make_pdf(NUMBERED))
    assert unit(read, "l'objet").section == ("1. Introduction", "1.1. Objet")
    assert unit(read, "Texte des obs").section == ("2. Résultats", "2.1. Métiers", "Observations")
    assert unit(read, "Texte des comp").section == ("2. Résultats", "2.2. Compétences")


def test_bookmarks_give_the_plan(make_pdf: MakePdf) -> None:
    """Headings of the file's own outline have its levels."""
    read = read_document(make_pdf("= Un\nTexte un.\n== Deux\nTexte deux.\n= Trois\nTexte trois."))
    assert unit(read, "Texte deux").section == ("Un", "Deux")
    assert unit(read, "Texte trois").section == ("Trois",)


CONTENTS = """
#set heading(bookmarked: false)
#text(size: 16pt, weight: "bold")[Sommaire]

*Contexte* #box(width: 1fr, repeat[.]) 2 \\
#h(6mm) Le cadre #box(width: 1fr, repeat[.]) 2 \\
*Métiers* #box(width: 1fr, repeat[.]) 3 \\
#h(6mm) Conclusion #box(width: 1fr, repeat[.]) 4
#pagebreak()
#text(size: 13pt, weight: "bold")[Contexte]

#text(size: 13pt, weight: "bold")[Conclusion]

Conclusion du contexte, que le sommaire ne liste pas, écrite ici en entier.

#text(size: 13pt, weight: "bold")[Le cadre]

Texte du cadre de cette étude.
#pagebreak()
#text(size: 13pt, weight: "bold")[Métiers]

Texte des métiers, au corps du document.
#pagebreak()
#text(size: 13pt, weight: "bold")[Conclusion]

Texte final de toute l'étude.
"""


def test_the_contents_give_levels_and_are_no_headings(make_pdf: MakePdf) -> None:
    """Entries are read as contents; a title that recurs is matched in order."""
    read = read_document(make_pdf(CONTENTS))
    assert unit(read, "Texte du cadre").section == ("Contexte", "Le cadre")
    assert unit(read, "Texte final").section == ("Métiers", "Conclusion")
    assert {u.section for u in read.units if u.page == 1} == {("Sommaire",)}


PLAIN = """
1. Introduction

1.1. Les objectifs de ce rapport

Les objectifs du rapport tiennent en deux points, que voici en détail :

1. Réaliser un portrait des métiers actuels, de leurs activités et de leurs compétences.

2. Expliquer les tendances de leur évolution pour les années qui viennent.

1.2. Les facteurs

a. Le premier facteur : vers un usage
plus large

Ce facteur compte beaucoup, disent les personnes interrogées.

b. Le second facteur

Ce facteur compte moins, disent les mêmes personnes.

2. Portraits

2.1. Impact sur les achats

Les achats changent peu.
"""


def test_a_plan_without_any_style_is_read_from_numbers(make_pdf: MakePdf) -> None:
    """Chapters and lettered titles are told from the items of lists."""
    markup = PLAIN.replace("\n\n", "\n#parbreak()\n")
    for sign in ("1.", "2.", "1.1.", "1.2.", "2.1."):
        markup = markup.replace(f"\n{sign} ", f"\n#[{sign}] ")
    read = read_document(make_pdf(f"#set par(leading: .5em, spacing: 1.1em)\n{markup}"))
    assert unit(read, "Réaliser").section[-1].startswith("1.1.")
    assert unit(read, "compte beaucoup").section == (
        "1. Introduction", "1.2. Les facteurs",
        "a. Le premier facteur : vers un usage plus large",
    )  # fmt: skip
    assert unit(read, "changent peu").section == ("2. Portraits", "2.1. Impact sur les achats")


def test_an_unprinted_heading_is_put_in_its_place(make_pdf: MakePdf) -> None:
    """An anchor names who speaks; the printed questions stand under it until the next one."""
    markup = (
        "= Métiers de l'assurance\nIntroduction du secteur.\n\n"
        "La société Untel existe depuis longtemps.\n== Que change l'IA ?\nBeaucoup de choses.\n"
        "=== Et les managers ?\nEux aussi.\n== Présentez votre société.\nC'est une mutuelle.\n"
        "= Métiers de la santé\nAutre secteur."
    )
    anchors = (
        Anchor("Anne Untel – Directrice", 2, "La société Untel existe"),
        Anchor("Bob Autre – Chef", 2, "Présentez votre société"),
        Anchor("Personne", 2, "Ne s'y trouve pas"),
    )
    read = read_document(make_pdf(markup), lambda _: anchors)
    sector = "Métiers de l'assurance"
    assert unit(read, "Introduction du").section == (sector,)
    assert unit(read, "Eux aussi").section[:2] == (sector, "Anne Untel – Directrice")
    assert unit(read, "une mutuelle").section[:2] == (sector, "Bob Autre – Chef")
    assert unit(read, "Autre secteur").section == ("Métiers de la santé",)
    assert ("ingest.heading_not_found", {"title": "Personne"}) in read.warnings


def test_frequent_questions_are_headings(make_pdf: MakePdf) -> None:
    """In a list of questions and answers, each answer stands under its question."""
    pairs = [(f"Quelle est la question numéro {n} ?", f"Réponse {n}, en entier.") for n in "ABCDEF"]
    markup = "= Foire aux questions\n" + "\n\n".join(f"{q}\n\n{a}" for q, a in pairs)
    read = read_document(make_pdf(markup))
    assert unit(read, "Réponse C").section == ("Foire aux questions", pairs[2][0])


def test_places_are_those_of_the_page_text(make_pdf: MakePdf) -> None:
    """The start of each unit of one page finds it in the cleaned text of the page."""
    read = read_document(make_pdf("= Titre\nPhrase une. Phrase deux.\n- item\n\nPhrase trois."))
    for u in read.units:
        assert read.pages[u.page - 1].text[u.start :].startswith(u.text)


def test_a_file_without_text_is_refused(make_pdf: MakePdf) -> None:
    """Pages of drawings are said to hold no text."""
    with pytest.raises(VigieError) as caught:
        read_document(make_pdf("#rect(width: 5cm, height: 5cm)"))
    assert caught.value.key == "ingest.no_text"


def test_a_page_without_text_is_a_warning(make_pdf: MakePdf) -> None:
    """An image between two pages of text is told with its number."""
    read = read_document(make_pdf(f"{'mot ' * 30}\n#pagebreak()\n#rect()\n#pagebreak()\nFin."))
    assert read.warnings == (("ingest.pages_without_text", {"pages": "2"}),)


@pytest.mark.parametrize(
    ("stated", "title"), [("Étude sérieuse", "Étude sérieuse"), ("rapport_v12.docx", "Le titre")]
)
def test_the_title_is_not_a_file_name(make_pdf: MakePdf, stated: str, title: str) -> None:
    """The title of the file is used unless a word processor left a file name there."""
    path: Path = make_pdf(
        f'#set document(title: "{stated}")\n= Le titre\n== Sous-titre\nTexte du corps.'
    )
    assert read_document(path).title == title
