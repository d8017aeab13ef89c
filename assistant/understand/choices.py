"""The answer to a question that Vigie asked: which of the readings offered is meant."""

from dataclasses import replace

from assistant.request import Intent, Request
from assistant.understand.reading import Reading, content_words, read, root

_ORDINALS = {
    "premier": 0, "premiere": 0, "1": 0, "deuxieme": 1, "second": 1, "seconde": 1, "2": 1,
    "troisieme": 2, "3": 2, "quatrieme": 3, "4": 3, "dernier": -1, "derniere": -1,
}  # fmt: skip
_FEW_WORDS = 4


def chosen(reading: Reading, previous: Request) -> Request | None:
    """Return the previous request with the choice that this message makes, if it makes one.

    A choice is made by its label, by its place in the list, or by words that only it has.
    """
    if previous.intent is not Intent.CLARIFY:
        return None
    labels = [read(choice.label) for choice in previous.choices]
    for index, label in enumerate(labels):
        if label.words == reading.words:
            return _settled(previous, index)
    for word in reading.words:
        if len(reading.words) <= _FEW_WORDS and _ORDINALS.get(word, len(labels)) < len(labels):
            return _settled(previous, _ORDINALS[word])
    said = {root(word) for word in content_words(reading)}
    fitting = [i for i, label in enumerate(labels) if said <= {root(w) for w in label.words}]
    return _settled(previous, fitting[0]) if said and len(fitting) == 1 else None


def _settled(previous: Request, index: int) -> Request:
    job = previous.choices[index].job
    intent = Intent(previous.topic) if previous.topic else Intent.OVERVIEW
    jobs = tuple(dict.fromkeys((*previous.jobs, job)))
    return replace(
        previous,
        intent=intent,
        jobs=jobs,
        mentioned=(*previous.mentioned, job),
        choices=(),
        topic="",
        carried_over=True,
    )
