"""The scoring tools and the study search as LangChain tools: typed arguments, no side effect.

A model that is given them can ask for more evidence; anyone who knows LangChain can use them
without the rest of Vigie. Each returns plain JSON-able values, those of ``--json``.
"""

from collections.abc import Callable
from typing import Any

from langchain_core.tools import BaseTool, StructuredTool
from pydantic import BaseModel, Field

from assistant.job_lookup import find_job
from assistant.scoring import (
    Selection,
    compare,
    job_exposure,
    job_use_cases,
    rank,
    recommendations,
    serialise,
    shared_use_cases,
)
from assistant.search.study_search import StudySearch
from assistant.understand.jobs import JobFinder
from corpus.assistance import AssistanceTables, ExposureClass, Qualification
from prompts.wording import sentence

_ARGUMENT = "tools.argument_{}"


def _about(name: str) -> str:
    return sentence(_ARGUMENT.format(name))


class JobInput(BaseModel):
    """A job, named as people name it."""

    job: str = Field(description=_about("job"))


class JobsInput(BaseModel):
    """Two jobs or more."""

    jobs: list[str] = Field(min_length=2, max_length=6, description=_about("jobs"))


class RankingInput(BaseModel):
    """What narrows a ranking of the jobs."""

    qualification: Qualification = Field(
        default=Qualification.EXPERTS, description=_about("qualification")
    )
    top: int | None = Field(default=10, ge=1, le=58, description=_about("top"))
    bottom: bool = Field(default=False, description=_about("bottom"))
    family: str | None = Field(default=None, description=_about("family"))
    exposure_class: ExposureClass | None = Field(default=None, description=_about("class"))
    core: bool | None = Field(default=None, description=_about("core"))


class UseCasesInput(BaseModel):
    """A job and a priority, both optional."""

    job: str | None = Field(default=None, description=_about("job"))
    priority: int | None = Field(default=None, ge=1, le=3, description=_about("priority"))


class AxisInput(BaseModel):
    """An axis of recommendations."""

    axis: int | None = Field(default=None, ge=1, le=5, description=_about("axis"))


class SearchInput(BaseModel):
    """What to look for in the studies."""

    query: str = Field(min_length=2, max_length=500, description=_about("query"))
    k: int = Field(default=5, ge=1, le=10, description=_about("k"))


def scoring_tools(tables: AssistanceTables, finder: JobFinder) -> list[BaseTool]:
    """Return the tools over the structured tables; a job may be named in any usual way.

    A tool raises ``VigieError`` for an unknown or ambiguous job.
    """

    def exposure(job: str) -> Any:
        return serialise(job_exposure(tables, find_job(finder, job)))

    def comparison(jobs: list[str]) -> Any:
        return serialise(compare(tables, [find_job(finder, job) for job in jobs]))

    def ranking(qualification: Qualification = Qualification.EXPERTS, **selection: Any) -> Any:
        return serialise(rank(tables, qualification, Selection(**selection)))

    def use_cases(job: str | None = None, priority: int | None = None) -> Any:
        if job is None:
            return serialise(shared_use_cases(tables, priority))
        return serialise(job_use_cases(tables, find_job(finder, job), priority))

    def axes(axis: int | None = None) -> Any:
        return serialise(recommendations(tables, axis))

    return [
        _tool("exposition_metier", exposure, JobInput),
        _tool("comparaison_metiers", comparison, JobsInput),
        _tool("classement_metiers", ranking, RankingInput),
        _tool("cas_usage", use_cases, UseCasesInput),
        _tool("recommandations", axes, AxisInput),
    ]


def search_tool(search: StudySearch) -> BaseTool:
    """Return the search of the studies as a tool: passages with study, section and page."""

    def passages(query: str, k: int = 5) -> list[dict[str, Any]]:
        return [
            {
                "study": chunk.study,
                "page": chunk.page,
                "section": " › ".join(chunk.section),
                "text": chunk.text,
            }
            for chunk in search.search(query, k=k)
        ]

    return _tool("recherche_etudes", passages, SearchInput)


def _tool(name: str, function: Callable[..., Any], arguments: type[BaseModel]) -> BaseTool:
    return StructuredTool.from_function(
        func=function,
        name=name,
        description=sentence(f"tools.{name}"),
        args_schema=arguments,
    )
