"""How the studies are named in answers, and told from the project's digests of them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from assistant.verify.numbers import numbers_in
from corpus.study import Study
from ingest.french import index_terms
from ingest.manifest import IndexedDocument, Source
from prompts.wording import sentence


class StudyNames:
    """Names of the studies known to the corpus and of those that a user added."""

    def __init__(self, studies: Iterable[Study], documents: Iterable[IndexedDocument]) -> None:
        self._known: Mapping[str, Study] = {study.id: study for study in studies}
        self._documents = {document.study: document for document in documents}

    def study(self, study: str) -> Study | None:
        """Return the card of a study, ``None`` for one that a user added."""
        return self._known.get(study)

    def is_loaded(self, study: str) -> bool:
        """Return whether a text of this study, official or digest, is searched."""
        return study in self._documents

    def name(self, study: str) -> str:
        """Return the short name shown with a citation; it says when the text is a digest."""
        known = self._known.get(study)
        document = self._documents.get(study)
        name = known.short_title if known else document.title if document else study
        if document is not None and document.source is Source.DIGEST:
            return sentence("rendering.digest_of", name=name)
        return name

    def years(self, study: str) -> frozenset[Decimal]:
        """Return the years by which a study is named."""
        known = self._known.get(study)
        return frozenset(numbers_in(known.year_label)) if known else frozenset()

    def terms(self, study: str) -> frozenset[str]:
        """Return the index terms of what names a study: its passages need not repeat them."""
        known = self._known.get(study)
        if known is None:
            return frozenset(index_terms(self.name(study)))
        names = (known.title, known.short_title, known.publisher, known.year_label, *known.sectors)
        return frozenset(index_terms(" ".join(names)))
