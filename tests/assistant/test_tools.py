"""The scoring tools and the study search as LangChain tools."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from langchain_core.tools import BaseTool
from pydantic import ValidationError

from assistant.scoring import job_exposure, serialise
from assistant.tools import scoring_tools, search_tool
from assistant.vigie import Vigie
from prompts.errors import VigieError


@pytest.fixture(scope="module")
def tools(vigie: Vigie) -> Mapping[str, BaseTool]:
    """The tools by name."""
    made = [*scoring_tools(vigie.tables, vigie.jobs), search_tool(vigie.search)]
    return {tool.name: tool for tool in made}


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("exposition_metier", {"job": "chargée d'assistance"}),
        ("comparaison_metiers", {"jobs": ["médecin d'assistance", "infirmière d'assistance"]}),
        ("classement_metiers", {"top": 3, "qualification": "pwc_revised"}),
        ("classement_metiers", {}),
        ("cas_usage", {"job": "médecin d'assistance", "priority": 1}),
        ("cas_usage", {}),
        ("recommandations", {"axis": 3}),
        ("recommandations", {}),
        ("recherche_etudes", {"query": "formation", "k": 3}),
    ],
)
def test_a_tool_gives_plain_json(
    tools: Mapping[str, BaseTool], name: str, arguments: dict[str, Any]
) -> None:
    """What a tool returns can be given to any model."""
    result = tools[name].invoke(arguments)
    assert result
    assert json.loads(json.dumps(result)) == result


def test_every_tool_is_described(tools: Mapping[str, BaseTool]) -> None:
    """A model reads what a tool is for, and what each argument means."""
    assert len(tools) == 6
    for tool in tools.values():
        assert tool.description
        assert all(argument["description"] for argument in tool.args.values())


def test_a_tool_gives_what_the_command_line_gives(
    vigie: Vigie, tools: Mapping[str, BaseTool]
) -> None:
    """The same job, however it is named, has the same figures."""
    expected = serialise(job_exposure(vigie.tables, "Chargé d'assistance"))
    assert tools["exposition_metier"].invoke({"job": "chargees d assistance"}) == expected


def test_passages_say_where_they_stand(tools: Mapping[str, BaseTool]) -> None:
    """The search gives as many passages as asked, with study, section and page."""
    found = tools["recherche_etudes"].invoke({"query": "formation", "k": 3})
    assert len(found) == 3
    assert all(set(each) == {"study", "page", "section", "text"} for each in found)


def test_an_unknown_job_is_no_guess(tools: Mapping[str, BaseTool]) -> None:
    """A tool does not answer for another job than the one that was named."""
    with pytest.raises(VigieError):
        tools["exposition_metier"].invoke({"job": "astronaute"})


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("classement_metiers", {"top": 0}),
        ("classement_metiers", {"top": 59}),
        ("cas_usage", {"priority": 4}),
        ("recommandations", {"axis": 6}),
        ("comparaison_metiers", {"jobs": ["médecin d'assistance"]}),
        ("recherche_etudes", {"query": "formation", "k": 11}),
        ("exposition_metier", {}),
    ],
)
def test_arguments_out_of_range_are_refused(
    tools: Mapping[str, BaseTool], name: str, arguments: dict[str, Any]
) -> None:
    """The schema bounds what a model may ask."""
    with pytest.raises(ValidationError):
        tools[name].invoke(arguments)
