"""The exposure formula, reconstructed: the study prints neither its weights nor its divisors.

A job with nₖ skills at level k, N in all, has

    raw   = (0·n₁ + n₂/16 + n₃/8 + 2·n₄ + 4·n₅) / N
    score = raw / the largest raw among the 58 jobs of the same qualification

The weights are the simplest that give the printed scores; the divisors are the raw of the most
exposed job. Whatever is computed here is to be shown as « formule reconstituée ».
"""

from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from corpus.assistance import Qualification
from prompts.errors import VigieError

FORMULA = "reconstructed_exposure"

LEVELS = (1, 2, 3, 4, 5)
"""Impact of generative AI on a skill: negligible, light, moderate, important, major."""

WEIGHTS = (Decimal(0), Decimal("0.0625"), Decimal("0.125"), Decimal(2), Decimal(4))
"""The weight of a skill at each of ``LEVELS``: 0, 1/16, 1/8, 2 and 4."""

HIGH_LEVELS = (4, 5)

DIVISORS = MappingProxyType(
    {
        Qualification.PWC_ROME: Decimal("1.004"),
        Qualification.PWC_REVISED: Decimal("1.004"),
        Qualification.EXPERTS: Decimal("1.03125"),
    }
)
"""PwC: within 1.0031–1.0047, where the 20 printed scores come out right. Experts: 16.5/16."""

EXACT = {"exact": True}
"""Field metadata: the figure is written with all its digits."""


@dataclass(frozen=True, slots=True)
class LevelContribution:
    """One level of a job: its skills, their weight, ``points`` = skills × weight.

    ``share`` is the part of the job's points that this level brings, 0 to 1 (0 without points).
    """

    level: int
    skills: int
    weight: Decimal = field(metadata=EXACT)
    points: Decimal = field(metadata=EXACT)
    share: Decimal


@dataclass(frozen=True, slots=True)
class ModelScore:
    """A score recomputed with the reconstructed formula, unrounded.

    ``score`` = ``points`` / ``skills`` / ``divisor``; ``high_share`` is the share of ``points``
    that levels 4 and 5 bring.
    """

    qualification: Qualification
    levels: tuple[LevelContribution, ...]
    skills: int
    points: Decimal = field(metadata=EXACT)
    raw: Decimal
    divisor: Decimal = field(metadata=EXACT)
    score: Decimal
    high_share: Decimal
    formula: str = FORMULA


def model_score(counts: tuple[int, ...], qualification: Qualification) -> ModelScore:
    """Return the score of a job from its number of skills at each of ``LEVELS``.

    A job more exposed than all the printed ones gets more than 1: its points are compared with
    those of the study's most exposed job.

    Raises:
        VigieError: ``scoring.bad_counts`` unless there are five counts, none negative and at
            least one above zero.

    """
    if len(counts) != len(LEVELS) or min(counts) < 0 or sum(counts) == 0:
        raise VigieError("scoring.bad_counts", counts=", ".join(map(str, counts)))
    levels = _levels(counts)
    skills, points = sum(counts), sum((each.points for each in levels), Decimal(0))
    high = sum((each.points for each in levels if each.level in HIGH_LEVELS), Decimal(0))
    divisor = DIVISORS[qualification]
    return ModelScore(
        qualification=qualification,
        levels=levels,
        skills=skills,
        points=points,
        raw=points / skills,
        divisor=divisor,
        score=points / (skills * divisor),
        high_share=_share(high, points),
    )


def _levels(counts: tuple[int, ...]) -> tuple[LevelContribution, ...]:
    points = [count * weight for count, weight in zip(counts, WEIGHTS, strict=True)]
    total = sum(points, Decimal(0))
    return tuple(
        LevelContribution(level, count, weight, earned, _share(earned, total))
        for level, count, weight, earned in zip(LEVELS, counts, WEIGHTS, points, strict=True)
    )


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return part / whole if whole else Decimal(0)
