"""The passage: the unit that is searched, shown and cited."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage of one section of one study, whole sentences only.

    ``page`` is the PDF page (from 1) on which the passage starts and ``page_label`` the page number
    printed there when it differs. ``section`` holds the headings from the root, each with its
    number when one is printed; it is empty before the first heading. ``start`` and ``end`` delimit
    the passage in the cleaned text of that page (characters; the end may exceed the page when the
    last sentence straddles two pages).
    """

    id: str
    study: str
    page: int
    page_label: str | None
    section: tuple[str, ...]
    text: str
    start: int
    end: int
