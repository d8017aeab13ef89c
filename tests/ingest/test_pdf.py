from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader, PdfWriter

from ingest.pdf import read_pdf
from prompts.errors import VigieError
from tests.ingest.conftest import MakePdf


def test_runs_have_their_place_size_and_weight(make_pdf: MakePdf) -> None:
    """A heading is larger, bold and above the text; ends are beyond starts."""
    pdf = read_pdf(make_pdf('#text(size: 20pt, weight: "bold")[Titre]\n\nLe corps du texte.'))
    title, body = (next(r for r in pdf.pages[0].runs if w in r.text) for w in ("Titre", "corps"))
    assert title.bold
    assert title.size == pytest.approx(20, abs=0.5)
    assert not body.bold
    assert title.y < body.y
    assert title.x0 == pytest.approx(body.x0, abs=2)
    assert 40 < body.x1 - body.x0 < 200


def test_widths_tell_where_a_cell_ends(make_pdf: MakePdf) -> None:
    """Two cells of a row do not overlap, although their text alone would not tell."""
    pdf = read_pdf(make_pdf("#table(columns: (4cm, 4cm), [MMMM], [iiii])"))
    left, right = (next(r for r in pdf.pages[0].runs if w in r.text) for w in ("MMMM", "iiii"))
    assert left.x1 < right.x0
    assert left.x1 - left.x0 > 2 * (right.x1 - right.x0)


def test_a_rotated_page_reads_as_it_is_seen(make_pdf: MakePdf, tmp_path: Path) -> None:
    """The place of the text is that of the page once turned."""
    writer = PdfWriter()
    page = PdfReader(make_pdf("Un\n\nDeux")).pages[0]
    page.rotate(90)
    writer.add_page(page)
    turned = tmp_path / "turned.pdf"
    writer.write(turned)
    read = read_pdf(turned).pages[0]
    assert read.width > read.height
    # Turned by a quarter, the lines of the page run downwards: not along the page as seen.
    assert [run.text for run in read.runs] == ["Un", "Deux"]


def test_bookmarks_and_title_come_with_the_text(make_pdf: MakePdf) -> None:
    """The outline stored in the file has its depths and pages."""
    pdf = read_pdf(
        make_pdf('#set document(title: "Mon étude")\n= Un\n== Deux\n#pagebreak()\n= Trois')
    )
    assert pdf.title == "Mon étude"
    assert [(b.title, b.depth, b.page) for b in pdf.bookmarks] == [
        ("Un", 1, 1), ("Deux", 2, 1), ("Trois", 1, 2),
    ]  # fmt: skip


def test_pages_are_announced(make_pdf: MakePdf) -> None:
    """The reader tells each page it has read."""
    seen: list[tuple[int, int]] = []
    read_pdf(make_pdf("a\n#pagebreak()\nb"), lambda page, pages: seen.append((page, pages)))
    assert seen == [(1, 2), (2, 2)]


def test_a_label_is_given_where_it_differs(make_pdf: MakePdf, tmp_path: Path) -> None:
    """Roman front matter has labels; a page labelled with its own number has none."""
    writer = PdfWriter(clone_from=make_pdf("a\n#pagebreak()\nb\n#pagebreak()\nc"))
    writer.set_page_label(0, 1, style="/r")
    writer.set_page_label(2, 2, style="/D", start=3)
    labelled = tmp_path / "labelled.pdf"
    writer.write(labelled)
    assert [page.label for page in read_pdf(labelled).pages] == ["i", "ii", None]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "ingest.empty_file"),
        (b"ceci n'est pas un PDF", "ingest.not_a_pdf"),
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "ingest.broken_pdf"),
    ],
)
def test_a_bad_file_is_one_clear_error(tmp_path: Path, content: bytes, key: str) -> None:
    """An empty, false or broken file is named in its error."""
    path = tmp_path / "étude été.pdf"
    path.write_bytes(content)
    with pytest.raises(VigieError) as caught:
        read_pdf(path)
    assert caught.value.key == key
    assert "étude été.pdf" in str(caught.value)


def test_a_truncated_file_is_broken_or_read_in_part(make_pdf: MakePdf, tmp_path: Path) -> None:
    """A file cut in the middle gives the error of a broken file, no other exception."""
    whole = make_pdf("= Titre\n#lorem(400)").read_bytes()
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(VigieError) as caught:
        read_pdf(cut)
    assert caught.value.key == "ingest.broken_pdf"


def test_a_locked_file_is_said_to_be_locked(make_pdf: MakePdf, tmp_path: Path) -> None:
    """A password is asked for in a sentence; an empty one is tried first."""
    for password, readable in (("secret", False), ("", True)):
        writer = PdfWriter(clone_from=make_pdf("Texte du document"))
        writer.encrypt(password, f"{password}!", algorithm="RC4-128")
        locked = tmp_path / f"locked{readable}.pdf"
        writer.write(locked)
        if readable:
            assert "Texte" in read_pdf(locked).pages[0].runs[0].text
        else:
            with pytest.raises(VigieError) as caught:
                read_pdf(locked)
            assert caught.value.key == "ingest.locked_pdf"


def test_a_page_that_fails_does_not_lose_the_others(
    make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is listed as unreadable and the next ones are read."""
    real = PageObject.extract_text

    def failing(page: PageObject, *args: object, **kwargs: object) -> str:
        if page.page_number == 0:
            raise KeyError("/Broken")
        return real(page, *args, **kwargs)

    monkeypatch.setattr(PageObject, "extract_text", failing)
    pdf = read_pdf(make_pdf("un\n#pagebreak()\ndeux"))
    assert pdf.unreadable == (1,)
    assert pdf.pages[1].runs[0].text == "deux"
