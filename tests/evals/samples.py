"""A question and a reply that agree, to be changed by each test."""

from .batch import Citation, Passage, Reply
from .questions import Evidence, Question

TEXT = Question(
    id="text-sample-01",
    split="open",
    persona="rh",
    kind="text",
    study="omt-2020",
    question="c'est pour quand ?",
    expect="answer",
    must=(("3 ou 5 ans", "trois ou cinq ans"),),
    evidence=(Evidence(study="omt-2020", pages=(46,), snippet="envisagée à 3 ou 5 ans"),),
)
TABLE = TEXT.model_copy(
    update={"kind": "table", "evidence": (Evidence(study="omt-2020", pages=(46, 47)),)}
)
CITATION = Citation(key="1", kind="cite", study="omt-2020", page=46, quote="à 3 ou 5 ans")
PASSAGE = Passage(study="omt-2020", page=46, text="… est envisagée à 3 ou 5 ans, lorsque …")
REPLY = Reply(
    id=TEXT.id,
    kind="answer",
    reason=None,
    answer="Pas avant **3 ou 5 ans** [1].\n\nSources\n[1] OMT, p. 46",
    citations=(CITATION,),
    passages=(PASSAGE,),
    elapsed_ms=12.0,
)
