"""The errors a user reads: each is a key of ``prompts/wording`` and the values of its fields."""

from prompts.wording import sentence


class VigieError(Exception):
    """An expected failure, whose text is one French sentence that says what to do.

    ``key`` names the sentence (``file.entry``) and ``params`` its fields, so that a caller can
    tell failures apart without reading French.
    """

    def __init__(self, key: str, /, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params

    def __str__(self) -> str:
        return sentence(self.key, **self.params)
