"""What a conversation shows: kinds told apart, sources with their answer, text that stays text."""

from dataclasses import replace

from assistant.answer import Answer, AnswerKind, Block, BlockKind, Citation
from assistant.ui.conversation import Conversation, Phase, Turn
from assistant.ui.rendering import render, render_footer, render_header
from prompts.wording import sentence
from tests.ui.answers import answer
from tests.ui.html_tree import Element, parse


def _turn(told: Answer, phase: Phase = Phase.DONE, question: str = "Et le médecin ?") -> Turn:
    return Turn(question, phase, told, told.blocks)


def _tree(*turns: Turn, notice: str = "") -> Element:
    return parse(render(Conversation(turns, notice)))


def test_each_kind_of_block_has_its_tag() -> None:
    """Calculated, cited and written blocks say so; our linking words have no tag."""
    blocks = (
        Block(BlockKind.LIAISON, "Bonjour."),
        Block(BlockKind.CALCULE, "Score 0,17 [1]."),
        Block(BlockKind.CITE, "> Bas. [2]"),
        Block(BlockKind.REDIGE, "En somme, peu [2]."),
    )
    passages = _tree(_turn(answer(blocks=blocks))).all(".vg-passage")
    tags = [[tag.text for tag in passage.all(".vg-tag")] for passage in passages]
    assert tags == [[], ["calculé"], ["cité"], ["rédigé par IA"]]


def test_blocks_of_one_kind_share_a_tag() -> None:
    """Consecutive blocks of one kind stand under one tag, in their order."""
    passages = _tree(_turn(answer())).all(".vg-passage")
    assert [len(passage.all(".vg-tag")) for passage in passages] == [0, 1, 1]
    assert "0,17" in passages[1].text
    assert "45e" in passages[1].text


def test_every_marker_leads_to_a_source_of_its_answer() -> None:
    """In a conversation of several answers, each reference finds the source of its own answer."""
    other = (Citation("1", "cite", "omt-2014", "OMT 2014", 3, "Boutiques", "Peu de fermetures."),)
    second = answer(blocks=(Block(BlockKind.CITE, "> Peu de fermetures. [1]"),), citations=other)
    first_turn, second_turn = _tree(_turn(answer()), _turn(second)).all("article")
    for article, study in ((first_turn, "IA et assistance"), (second_turn, "OMT 2014")):
        sources = {e.attributes["id"]: e for e in article.all("li") if "id" in e.attributes}
        links = [link.attributes["href"].removeprefix("#") for link in article.all(".vg-ref")]
        assert links
        assert set(links) <= set(sources)
        assert study in sources[links[0]].text


def test_a_source_says_where_and_what() -> None:
    """A source shows its number, kind, study, section and page, and the passage of an extract."""
    _, extract = _tree(_turn(answer())).one("ol").all("li")
    for expected in ("2", "Recueil", "cité", "Banque › Chatbots", "p. 9"):
        assert expected in extract.text
    assert extract.one("blockquote").text == "L'usage reste bas."


def test_a_running_answer_has_no_sources_yet() -> None:
    """Sources, follow-ups and the copy button come with the complete answer only."""
    told = answer()
    tree = _tree(replace(_turn(told, Phase.SPEAKING), blocks=told.blocks[:2]))
    assert tree.one(".vg-conversation").attributes["aria-busy"] == "true"
    assert not tree.all("details")
    assert not tree.all("button")
    assert "45e" not in tree.text


def test_followups_and_choices_are_buttons_that_ask() -> None:
    """Each next question is a button that carries the question exactly as it will be put."""
    told = answer(kind=AnswerKind.CLARIFICATION, choices=("Assistant d'accueil",))
    buttons = _tree(_turn(told)).all("button")
    asked = [b.attributes["data-question"] for b in buttons if "data-question" in b.attributes]
    assert asked == ["Assistant d'accueil", "Et selon PwC ?"]


def test_text_from_outside_is_shown_as_text() -> None:
    """HTML in a question, a passage, a section or a follow-up makes no element."""
    hostile = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    citation = Citation("1", "cite", "user", hostile, 1, hostile, hostile)
    told = answer(
        blocks=(Block(BlockKind.CITE, f"> {hostile} [1]"),),
        citations=(citation,),
        followups=(hostile,),
        choices=(hostile,),
    )
    tree = _tree(_turn(told, question=hostile), notice=hostile)
    assert not tree.all("script")
    assert not tree.all("img")
    assert tree.text.count("<script>") >= 6
    assert tree.all(".vg-follow")[0].one("button").attributes["data-question"] == hostile


def test_an_error_is_told_in_the_conversation() -> None:
    """A question that failed keeps its place, with the sentence that says why."""
    failed = Turn("Et après ?", Phase.FAILED, error="L'index est illisible.")
    tree = _tree(failed)
    assert tree.one(".vg-error").attributes["role"] == "alert"
    assert tree.one(".vg-conversation").attributes["aria-busy"] == "false"


def test_a_stopped_answer_says_so() -> None:
    """What was shown before the stop stays, followed by the reason why there is no more."""
    told = answer()
    tree = _tree(replace(_turn(told, Phase.STOPPED), blocks=told.blocks[:1]))
    assert sentence("ui.stopped") in tree.one(".vg-stopped").text
    assert not tree.all("details")


def test_the_answer_is_announced_once_complete() -> None:
    """The status for screen readers names the search, then the answer and its sources."""
    running = _tree(Turn("Score ?"))
    done = _tree(_turn(answer()))
    (searching,) = [p for p in running.all("p") if p.attributes.get("role") == "status"]
    (answered,) = [p for p in done.all("p") if p.attributes.get("role") == "status"]
    assert searching.text == "Recherche dans les études…"
    assert "2" in answered.text


def test_an_empty_conversation_offers_its_examples() -> None:
    """The welcome holds every example as a button; it goes with the first question."""
    offered = ("Que devient mon métier ?", "Et l'IA ?")
    buttons = parse(render(Conversation(), offered)).all(".vg-example")
    assert tuple(b.attributes["data-question"] for b in buttons) == offered
    assert not _tree(Turn("Score ?")).all(".vg-welcome")


def test_the_copy_keeps_kinds_sources_and_origin() -> None:
    """What is copied says how each block is known, its sources, and that an AI system wrote it."""
    copied = _tree(_turn(answer())).one(".vg-copy").attributes["data-copy"]
    for expected in ("Et le médecin ?", "(calculé)", "(cité)", "[2]", "Recueil", "système d'IA"):
        assert expected in copied


def test_header_and_footer_make_the_same_statement() -> None:
    """AI system, purpose, excluded uses and human contact are said in the same words twice."""
    header, footer = (parse(html).one(".vg-statement").text for html in _frames())
    assert header == footer
    for expected in ("système d’IA", "licencier", "RH", "CSE", "Observatoire"):
        assert expected in header


def _frames() -> tuple[str, str]:
    return render_header(), render_footer()
