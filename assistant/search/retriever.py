"""The study search as a LangChain retriever, for use outside the road."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.search.study_search import StudySearch


class StudyRetriever(BaseRetriever):
    """Returns passages as documents, with study, page and section in their metadata."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    search: StudySearch
    k: int = 10
    studies: tuple[str, ...] = ()

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - required
    ) -> list[Document]:
        return [
            Document(
                id=chunk.id,
                page_content=chunk.text,
                metadata={
                    "study": chunk.study,
                    "page": chunk.page,
                    "section": " › ".join(chunk.section),
                },
            )
            for chunk in self.search.search(query, studies=self.studies, k=self.k)
        ]
