import io
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from corpus.assistance import STUDY_ID, load_assistance
from corpus.locate import CORPUS_ROOT
from ingest.digests import build_digest, build_digests
from ingest.digests.build import digest_text
from ingest.digests.columns import widths
from ingest.digests.listing import listed, only, share_of
from ingest.digests.markup import to_typst
from ingest.digests.printing import Front, print_pdf
from ingest.digests.template import ordinal, render, shown
from prompts.errors import VigieError

STUDY = CORPUS_ROOT / STUDY_ID
TEMPLATE = (STUDY / "digest.md").read_text("utf-8")
FRONT = Front("Titre", "Titre court", "Résumé", "Vigie", "Page")

ALLOWED_NUMBERS = {
    r"^#+ [\d.]+": "the number of a section, as the study prints it",
    r"^\d\. ": "the marker of a numbered list",
    r"\b(19|20)\d\d(-20\d\d)?\b": "a year",
    r"(?i)\b(section|annexe|axe|recommandation) \d+(\.\d+)*": "the name of a place",
    r"(?i)\b(niveau|priorité) \d": "the name of a level or of a priority",
    r"IDCC 1801": "the name of the collective agreement",
    r"base 1 |de 0 \(|à 1 \(": "the bounds of the scale of scores",
}
"""What may be typed in the prose of a digest, and why; any other number comes from a table."""

NUMBER_WORDS = re.compile(
    r"(?i)\b(quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt\w*"
    r"|trente|quarante|cinquante|soixante|cent|mille|dizaine|douzaine|\w+taine)\b"
)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Return the digest of the study, printed from its template and its tables."""
    return build_digest(STUDY)


@pytest.fixture(scope="module")
def text(pdf: bytes) -> str:
    """Return the text that pypdf finds in the printed digest, on one line."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def _prose() -> str:
    return re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", TEMPLATE, flags=re.DOTALL)


def test_two_prints_are_the_same_bytes(pdf: bytes) -> None:
    """Printing a digest twice gives the same file, so that a print is never a change by itself."""
    assert build_digest(STUDY) == pdf


def test_the_committed_pdf_is_what_the_template_prints(pdf: bytes) -> None:
    """The PDF of the repository is the print of its template and tables (else: make digests)."""
    assert (STUDY / "digest.pdf").read_bytes() == pdf


def test_every_digest_of_a_corpus_is_printed_beside_its_template(tmp_path: Path) -> None:
    """A study with a template gets its PDF, in its own folder."""
    shutil.copytree(STUDY, tmp_path / STUDY_ID, ignore=shutil.ignore_patterns("*.pdf"))
    assert build_digests(tmp_path) == (tmp_path / STUDY_ID / "digest.pdf",)
    assert (tmp_path / STUDY_ID / "digest.pdf").read_bytes().startswith(b"%PDF-")


def test_the_pdf_is_tagged_titled_and_in_french(pdf: bytes) -> None:
    """A screen reader finds the structure, the title, the language and no undeclared standard."""
    reader = PdfReader(io.BytesIO(pdf))
    root = reader.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("fr")
    assert reader.metadata is not None
    assert "Impacts de l’IA générative" in str(reader.metadata.title)
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


def test_only_embedded_fonts_and_no_date_are_in_the_pdf(pdf: bytes) -> None:
    """The print depends neither on the fonts of the machine nor on the day."""
    reader = PdfReader(io.BytesIO(pdf))
    resources = [page["/Resources"].get_object() for page in reader.pages]
    fonts = {font.get_object()["/BaseFont"] for r in resources for font in r["/Font"].values()}
    assert fonts
    assert all("Libertinus" in str(font) for font in fonts)
    assert "/CreationDate" not in (reader.metadata or {})


def test_every_page_says_what_the_document_is(pdf: bytes) -> None:
    """Each page bears its number out of all, and says that it does not replace the study."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    for number, page in enumerate(pages, start=1):
        printed = page.extract_text()
        assert f"Page {number} / {len(pages)}" in printed
        assert "ne remplace pas l’étude" in printed


def test_each_exposure_row_is_read_in_order(text: str) -> None:
    """Family, job, core, score, rank and class of the 174 ratings follow each other in the text."""
    for row in load_assistance().exposure:
        cells = (
            row.family, row.job, "cœur" if row.core else "autre",
            str(row.score).replace(".", ","), str(row.rank), row.exposure_class.value,
        )  # fmt: skip
        assert " ".join(cells).replace("'", "’") in text


def test_each_row_of_the_other_tables_is_printed(text: str) -> None:
    """No use case, comment, recommendation or distribution of the tables is missing."""
    tables = load_assistance()
    found = text.replace("\u00a0", " ").replace("’", "'")
    for case in tables.use_cases:
        assert f"{case.use_case} Priorité {case.priority} {case.comment}".strip() in found
    for advice in tables.recommendations:
        assert f"Recommandation {advice.number} de l'axe {advice.axis} : {advice.title}." in found
    for levels in tables.distributions:
        counts = f"{levels.n1} {levels.n2} {levels.n3} {levels.n4} {levels.n5}"
        score = str(levels.score).replace(".", ",")
        assert f" {levels.announced} {counts} {score} {levels.exposure_class.value}" in found


def test_the_extracted_text_has_whole_words(pdf: bytes) -> None:
    """No ligature, soft hyphen or word cut at a line end stands between a reader and the text."""
    extracted = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert not re.search("[\ufb00-\ufb06\u00ad\ufffd\ue000-\uf8ff]", extracted)
    assert not re.search(r"\w-\s*\n", extracted)


def test_the_outline_follows_the_numbers_of_the_study(pdf: bytes) -> None:
    """The bookmarks carry the study's own section numbers, in reading order."""
    titles = re.findall(r"#heading\(level: \d\)\[#\"([\d.]+) ", to_typst(digest_text(STUDY)))
    numbers = [[int(part) for part in title.strip(".").split(".")] for title in titles]
    assert numbers == sorted(numbers)
    assert [4, 2, 10] in numbers
    assert [3, 2, 2, 2] in numbers


def test_no_number_is_typed_in_prose() -> None:
    """A figure stands in a table, never in the sentences of a digest."""
    typed = []
    for line in _prose().splitlines():
        rest = line
        for pattern in ALLOWED_NUMBERS:
            rest = re.sub(pattern, "", rest)
        if re.search(r"\d", rest) or NUMBER_WORDS.search(rest):
            typed.append(line)
    assert typed == []


@pytest.mark.studies
def test_no_sentence_of_a_study_is_copied() -> None:
    """The printed digest shares no run of 14 words with its study."""
    folder = Path(os.environ.get("VIGIE_STUDIES", CORPUS_ROOT.parent.parent / "shared/studies"))
    studies = sorted(folder.glob(f"*{STUDY_ID}*.pdf")) or sorted(folder.glob("*.pdf"))
    if not studies:
        pytest.skip("no official study PDF: set VIGIE_STUDIES")
    ours = _runs(digest_text(STUDY))
    for study in studies:
        theirs = " ".join(page.extract_text() for page in PdfReader(study).pages)
        assert ours.isdisjoint(_runs(theirs)), study.name


def _runs(text: str, length: int = 14) -> set[tuple[str, ...]]:
    folded = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe"))
    words = re.findall(r"\w+", "".join(c for c in folded if not unicodedata.combining(c)))
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (Decimal("0.38"), "0,38"),
        (Decimal("1.00"), "1,00"),
        (12572784, "12\u00a0572\u00a0784"),
        ("a | b *c*", r"a \| b \*c\*"),
    ],
)
def test_values_are_printed_as_french_and_never_as_markup(value: object, printed: str) -> None:
    """A value takes its French form, and what Markdown would read in it is escaped."""
    assert shown(value) == printed


def test_a_value_without_a_french_form_is_refused(tmp_path: Path) -> None:
    """An empty cell or a truth value is an error of the template, not a word in the digest."""
    with pytest.raises(VigieError) as caught:
        render(_template(tmp_path, "{{ cell }}"), {"cell": None})
    assert caught.value.key == "digests.bad_template"


@pytest.mark.parametrize(
    "line", ["{{ inconnu }}", "{% if %}", "{{ only([]) }}", "{{ figure.missing }}"]
)
def test_a_template_that_cannot_be_filled_says_where(tmp_path: Path, line: str) -> None:
    """The error names the file and the line of the template."""
    with pytest.raises(VigieError) as caught:
        render(_template(tmp_path, f"# Titre\n\n{line}\n"), {"only": only, "figure": 1})
    assert caught.value.key == "digests.bad_template"
    assert caught.value.params["line"] == 3
    assert "digest.md" in str(caught.value)


def _template(folder: Path, content: str) -> Path:
    path = folder / "digest.md"
    path.write_text(content, "utf-8")
    return path


def test_text_that_looks_like_typst_is_printed_as_text() -> None:
    """Quotes, backslashes, hashes, brackets and stars of a text reach the page unread."""
    tricky = 'Un "mot" # let x = [1] $y$ C:\\nouveau @z <a>'
    escaped = tricky.replace("\\", "\\\\").replace("[", "\\[").replace("<", "\\<")
    printed = print_pdf(to_typst(f"# T\n\n{escaped} **gras**\n"), FRONT)
    page = PdfReader(io.BytesIO(printed)).pages[0].extract_text()
    assert f"{tricky} gras" in " ".join(page.split())


@pytest.mark.parametrize(
    ("markdown", "kind"), [("# T\n\n    code\n", "code_block"), ("a\n\n`b`\n", "code_inline")]
)
def test_markdown_that_a_digest_may_not_use_is_refused(markdown: str, kind: str) -> None:
    """What has no printed form is refused by name, instead of disappearing."""
    with pytest.raises(VigieError) as caught:
        to_typst(markdown)
    assert caught.value.params["kind"] == kind


def test_a_source_that_typst_refuses_is_one_sentence() -> None:
    """A skipped heading level, which no tagged PDF may have, is reported in French."""
    with pytest.raises(VigieError) as caught:
        print_pdf(to_typst("# T\n\n#### Trop bas\n"), FRONT)
    assert caught.value.key == "digests.not_printed"


def test_the_printer_is_needed_only_to_print(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the development dependencies the package imports, and printing says what to do."""
    code = "import sys, ingest.digests; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(VigieError) as caught:
        print_pdf("", FRONT)
    assert caught.value.key == "digests.no_typst"
    assert "dépendances de développement" in str(caught.value)


def test_the_longest_column_takes_what_the_others_leave() -> None:
    """A table whose other columns fit keeps them on one line; else the wide ones share it."""
    assert widths([["Métier", "Score"], ["Chargé d'assistance", "0,17"]]) == ["1fr", "auto"]
    shared = widths([["a", "b", "n"], ["x" * 90, "y" * 180, "1"]])
    assert shared[2] == "auto"
    assert float(shared[0][:-2]) < float(shared[1][:-2]) < 2 * float(shared[0][:-2])


def test_ranks_lists_and_shares_are_written_in_french() -> None:
    """The first rank, an enumeration and a half are written as French and the study do."""
    assert (ordinal(1), ordinal(17)) == ("1er", "17e")
    assert (listed(["a", "b", "c"]), listed(["a"])) == ("a, b et c", "a")
    assert (share_of(33, 58), share_of(1, 8)) == (57, 13)
