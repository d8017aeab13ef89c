"""The study search as LangChain uses it."""

import asyncio

from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda

from assistant.search.retriever import StudyRetriever
from assistant.vigie import Vigie

QUERY = "Que pensent les salariés de l'IA générative ?"


def test_documents_carry_study_page_and_section(vigie: Vigie) -> None:
    """A document is a passage: its text, and where it stands."""
    retriever = StudyRetriever(search=vigie.search, k=4)
    assert isinstance(retriever, BaseRetriever)
    documents = retriever.invoke(QUERY)
    passages = vigie.search.search(QUERY, k=4)
    assert [d.page_content for d in documents] == [p.text for p in passages]
    for document, passage in zip(documents, passages, strict=True):
        assert document.id == passage.id
        assert document.metadata["study"] == passage.study
        assert document.metadata["page"] == passage.page
        assert all(heading in document.metadata["section"] for heading in passage.section)


def test_it_composes_with_other_runnables(vigie: Vigie) -> None:
    """It can be piped, batched and awaited like any retriever."""
    retriever = StudyRetriever(search=vigie.search, k=2)
    count = retriever | RunnableLambda(len)
    assert count.batch([QUERY, "formation"]) == [2, 2]
    assert asyncio.run(retriever.ainvoke(QUERY)) == retriever.invoke(QUERY)
