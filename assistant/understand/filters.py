"""The filters that a question puts on a table: rater, class, family, priority, and how many."""

import re
from decimal import Decimal

from assistant.request import Filters
from assistant.understand.cues import Cues
from assistant.understand.reading import Reading
from corpus.assistance import ExposureClass, Qualification

_NUMBER_WORDS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "quinze": 15, "vingt": 20, "three": 3, "five": 5, "ten": 10,
}  # fmt: skip
_COUNT = rf"(\d{{1,2}}|{'|'.join(_NUMBER_WORDS)})"
_JOBS = r"(?:metiers?|jobs?|postes?|fonctions?)"
_ENDS = r"(?:premiers?|premieres?|derniers?|dernieres?|most|least)"
_TOP = re.compile(
    rf" top {_COUNT} | {_COUNT} {_ENDS} | (?:premiers?|derniers?) {_COUNT} "
    rf"| {_COUNT} {_JOBS} (?:\w+ ){{0,2}}(?:les |le |the )?(?:plus|moins|most|least|\w*expos) "
)
_SINGLE = re.compile(
    r" (?:quel (?:est le )?|which |what )(?:metier|job|poste)(?: est)?(?: le)? "
    r"| le (?:metier|job|poste) (?:le )?(?:plus|moins) "
    r"| (?:lequel|laquelle)(?: est)?(?: le| la)? (?:plus|moins) "
)
_RANK = re.compile(
    r" (\d{1,2})(?:e|eme|er|ere|nd|nde|th|rd) (?!qualification|axe|priorite)"
    r"| (?:rang|numero|no|place|position|rank) (?:no |numero )?(\d{1,2}) "
)
_ORDINAL_WORDS = {
    "deuxieme": 2, "second": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "sixieme": 6,
    "septieme": 7, "huitieme": 8, "neuvieme": 9, "dixieme": 10, "onzieme": 11, "douzieme": 12,
}  # fmt: skip
_PLACE = re.compile(r" (?:place|position|rang|classement|classee?) ")
_SCORE = re.compile(
    r" (superieurs? a|au dessus de|plus de|depass\w+|over|above"
    r"|inferieurs? a|au dessous de|en dessous de|moins de|sous|under|below"
    r"|a|de|score|scores|exactement) ([01][.,]\d{1,2}) "
)
_ABOVE = ("superieur", "au dessus", "plus", "depass", "over", "above")
_BELOW = ("inferieur", "au dessous", "en dessous", "moins", "sous", "under", "below")
_EXCEPT = r" (?:hors|sauf|sans|excepte|excepted|except|a part|autres? que|exclu\w*)(?: \w+){0,4}$"
_EXCLUDING = re.compile(_EXCEPT)
_CLASSES = {
    "filter.emerging": ExposureClass.EMERGING,
    "filter.strong": ExposureClass.TRANSFORMING,
    "filter.evolving": ExposureClass.EVOLVING,
    "filter.none": ExposureClass.UNAFFECTED,
}
_QUALIFICATIONS = {
    "filter.pwc_rome": Qualification.PWC_ROME,
    "filter.pwc_revised": Qualification.PWC_REVISED,
    "filter.experts": Qualification.EXPERTS,
}
MAX_TOP = 58


def find_filters(reading: Reading, cues: Cues) -> Filters:
    """Return the filters that the question states; a field stays ``None`` when it says nothing.

    A question that names both raters asks for neither alone.
    """
    lowest = cues.found("filter.lowest", reading)
    qualifications = [q for cue, q in _QUALIFICATIONS.items() if cues.found(cue, reading)]
    if Qualification.PWC_ROME in qualifications and Qualification.EXPERTS not in qualifications:
        qualifications = [Qualification.PWC_ROME]
    families = [name for name in cues.names("family.") if cues.found(name, reading)]
    excluded = [name for name in families if _EXCLUDING.search(cues.before(name, reading))]
    family = next((name for name in families if name not in excluded), None)
    axis = cues.first(reading, cues.names("axis."))
    return Filters(
        qualification=qualifications[0] if len(qualifications) == 1 else None,
        exposure_class=_class(reading, cues, lowest=lowest),
        family=_last(family),
        core=_core(reading, cues),
        priority=_priority(reading, cues),
        axis=int(_last(axis) or 0) or None,
        excluded=tuple(name.rpartition(".")[2] for name in excluded),
        rank=_rank(reading),
        **_scores(reading),
        top=_top(reading),
        lowest=lowest,
        limit=True if cues.found("filter.limit", reading) else None,
        prerequisite=True if cues.found("filter.prerequisite", reading) else None,
    )


def _last(name: str | None) -> str | None:
    return name.rpartition(".")[2] if name else None


def _class(reading: Reading, cues: Cues, *, lowest: bool) -> ExposureClass | None:
    found = [value for cue, value in _CLASSES.items() if cues.found(cue, reading)]
    if found == [ExposureClass.UNAFFECTED] and lowest:
        return None  # « les moins touchés » asks for the bottom of the list, not for a class
    return found[0] if len(found) == 1 else None


def _core(reading: Reading, cues: Cues) -> bool | None:
    if cues.found("filter.not_core", reading) or _EXCLUDING.search(
        cues.before("filter.core", reading)
    ):
        return False
    return True if cues.found("filter.core", reading) else None


def _priority(reading: Reading, cues: Cues) -> int | None:
    for number in (3, 2, 1):
        if cues.found(f"filter.priority_{number}", reading):
            return number
    return None


def _scores(reading: Reading) -> dict[str, Decimal]:
    """Return the score asked about, under the name of the filter that it sets."""
    match = _SCORE.search(reading.joined)
    if match is None:
        return {}
    relation, score = match.group(1), Decimal(match.group(2).replace(",", "."))
    if relation.startswith(_ABOVE):
        return {"above": score}
    return {"below": score} if relation.startswith(_BELOW) else {"score": score}


def _rank(reading: Reading) -> int | None:
    for word in reading.words:
        if word in _ORDINAL_WORDS and _PLACE.search(reading.joined):
            return _ORDINAL_WORDS[word]
    match = _RANK.search(reading.joined)
    if match is None:
        return None
    number = int(match.group(1) or match.group(2))
    return number if 1 <= number <= MAX_TOP else None


def _top(reading: Reading) -> int | None:
    match = _TOP.search(reading.joined)
    if match:
        word = next(group for group in match.groups() if group)
        return min(int(word) if word.isdigit() else _NUMBER_WORDS[word], MAX_TOP)
    return 1 if _SINGLE.search(reading.joined) else None
