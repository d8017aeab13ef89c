"""One job from what somebody typed, for the commands and pages that take a job's name."""

from assistant.understand.jobs import JobFinder
from assistant.understand.reading import content_words, read
from prompts.errors import VigieError


def find_job(finder: JobFinder, typed: str) -> str:
    """Return the job that a text names.

    Raises:
        VigieError: ``cli.ambiguous_job`` with the ``choices``, or ``cli.unknown_job`` with the
            ``closest`` names.
    """
    reading = read(typed)
    exact = finder.named_exactly(typed.strip())
    if exact is not None:
        return exact
    mentions = finder.find(reading)
    certain = {m.jobs[0] for m in mentions if m.certain}
    if len(certain) == 1:
        return certain.pop()
    choices = dict.fromkeys(job for m in mentions for job in m.jobs)
    if choices:
        raise VigieError("cli.ambiguous_job", job=typed, choices=", ".join(choices))
    closest = [job for word in content_words(reading) for job in finder.closest(word)]
    if not closest:
        raise VigieError("cli.unknown_job", job=typed)
    raise VigieError("cli.unknown_job_near", job=typed, closest=", ".join(dict.fromkeys(closest)))
