"""Vigie as the chat, the command line and any program use it: open it once, then ask."""

from collections.abc import Mapping
from dataclasses import replace

from assistant.answer import Answer
from assistant.compose.composer import Composer
from assistant.gather.gatherer import Gatherer
from assistant.gather.items import ItemMaker
from assistant.gather.naming import StudyNames
from assistant.gather.places import PlaceFinder
from assistant.gather.tables import TableGatherer
from assistant.gather.texts import TextGatherer
from assistant.question import Question
from assistant.request import Request
from assistant.road import build_road, build_telling
from assistant.scoring import data_version
from assistant.search.study_search import StudySearch
from assistant.search.vocabulary import Vocabulary
from assistant.understand.lexicon import build_lexicon
from assistant.understand.understander import Understander
from assistant.verify.verifier import Verifier
from corpus.assistance import AssistanceTables, load_assistance
from corpus.lexicon import load_synonyms
from corpus.study import load_studies
from ingest.index import Index, IndexedDocument, open_index
from ingest.query import read_synonyms
from ingest.settings import StorageSettings


class Vigie:
    """Answers questions over one snapshot of the index."""

    def __init__(self, index: Index, tables: AssistanceTables) -> None:
        names = StudyNames(load_studies(), index.documents)
        chunks = (c for document in index.documents for c in index.chunks(document.study))
        vocabulary = Vocabulary(chunks)
        synonyms = read_synonyms((s.term, s.expansion) for s in load_synonyms())
        lexicon = build_lexicon(
            tables, (row.use_case for row in tables.use_cases), vocabulary.knows
        )
        items = ItemMaker(PlaceFinder(index.chunks), names)
        self.search = StudySearch(index)
        self.index = index
        self.tables = tables
        self.jobs = lexicon.jobs
        self.version = data_version(tables)
        gatherer = Gatherer(
            TableGatherer(tables, items),
            TextGatherer(vocabulary, synonyms, names),
            self.search,
            _loaded(index, names),
        )
        self.telling = build_telling(gatherer, Composer(), Verifier())
        self.road = build_road(Understander(lexicon), self.telling)

    def answer(self, question: Question) -> Answer:
        """Return the answer to a question.

        Raises:
            VigieError: the question is empty, too long or holds no word.
        """
        return replace(self.road.invoke(question), data_version=self.version)

    def tell(self, request: Request) -> Answer:
        """Return the answer to a request that needs no understanding (a command, a page)."""
        return replace(self.telling.invoke(request), data_version=self.version)


def open_vigie(settings: StorageSettings) -> Vigie:
    """Return Vigie over the current index.

    Raises:
        VigieError: ``ingest.no_index`` when none was built, or a table of the corpus is unreadable.
    """
    return Vigie(open_index(settings), load_assistance())


def _loaded(index: Index, names: StudyNames) -> tuple[Mapping[str, object], ...]:
    """What the answer on the studies themselves says of each one."""

    def described(document: IndexedDocument) -> Mapping[str, object]:
        known = names.study(document.study)
        return {
            "id": document.study,
            "key": f"study.{document.study}",
            "title": known.title if known else document.title,
            "publisher": known.publisher if known else "",
            "year_label": known.year_label if known else "",
            "kind": known.kind if known else "",
            "source": document.source,
        }

    return tuple(described(document) for document in index.documents)
