"""A question taken on its own, before the conversation completes it."""

from dataclasses import dataclass

from assistant.request import Filters, Intent, Refusal
from assistant.understand.jobs import Mention
from assistant.understand.reading import Reading


@dataclass(frozen=True, slots=True)
class Parse:
    """What one message says by itself.

    ``intent`` is ``None`` when no cue shows one, ``job_intent`` what it would be if the message
    named a job. ``mentions`` leaves out the weak ones that the
    rest of the message does not confirm. ``rest`` holds the content words that neither name a job
    nor belong to a cue: what is left when everything recognised is set aside.
    """

    reading: Reading
    intent: Intent | None
    job_intent: Intent | None
    mentions: tuple[Mention, ...]
    filters: Filters
    studies: tuple[str, ...]
    rest: tuple[str, ...]
    topic: str = ""
    refusal: Refusal | None = None

    @property
    def jobs(self) -> tuple[str, ...]:
        """The jobs named without ambiguity, each once."""
        return tuple(dict.fromkeys(m.jobs[0] for m in self.mentions if m.certain))

    @property
    def ambiguous(self) -> Mention | None:
        """The first name that means several jobs."""
        return next((m for m in self.mentions if not m.certain), None)
