"""The digests of the corpus: template and tables in, tagged PDF out."""

from collections.abc import Mapping
from pathlib import Path

from corpus.assistance import STUDY_ID
from corpus.locate import CORPUS_ROOT
from corpus.study import CARD, Study, read_study
from ingest.digests.assistance import AssistanceFacts
from ingest.digests.markup import to_typst
from ingest.digests.printing import Front, print_pdf
from ingest.digests.template import render
from prompts.wording import sentence

SOURCE = "digest.md"
PRINTED = "digest.pdf"


def digest_text(study_dir: Path) -> str:
    """Return the digest of the study in ``study_dir`` as Markdown, its figures filled in.

    Raises:
        VigieError: the card, a table or the template of the study cannot be used.

    """
    study = read_study(study_dir / CARD)
    return render(study_dir / SOURCE, {"study": study, **_facts(study, study_dir.parent)})


def build_digest(study_dir: Path) -> bytes:
    """Return the digest of the study in ``study_dir``, printed: the same bytes at every run.

    Raises:
        VigieError: see ``digest_text``; ``digests.no_typst`` when the printer is not installed,
            ``digests.not_printed`` when it refuses the page.

    """
    study = read_study(study_dir / CARD)
    front = Front(
        title=sentence("digests.title", title=study.title),
        running=study.short_title,
        notice=sentence("digests.notice", publisher=study.publisher, year=study.year_label),
        author=sentence("digests.author"),
        page=sentence("digests.page"),
    )
    return print_pdf(to_typst(digest_text(study_dir)), front)


def build_digests(root: Path = CORPUS_ROOT) -> tuple[Path, ...]:
    """Print every digest under ``root`` beside its template, and return the PDFs, sorted."""
    return tuple(_printed(source.parent) for source in sorted(root.glob(f"*/{SOURCE}")))


def _printed(study_dir: Path) -> Path:
    target = study_dir / PRINTED
    target.write_bytes(build_digest(study_dir))
    return target


def _facts(study: Study, root: Path) -> Mapping[str, object]:
    """Return what the template may name besides ``study``; the other studies have no table yet."""
    return AssistanceFacts.load(root).names() if study.id == STUDY_ID else {}
