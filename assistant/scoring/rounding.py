"""The one rounding of the package, made when a figure leaves it."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def half_up(value: Decimal, unit: Decimal = CENT) -> Decimal:
    """Return ``value`` rounded half up (away from zero) to a multiple of a power of ten.

    Results hold unrounded figures: 28 significant digits for a quotient, all digits otherwise.
    A score is a fraction of small integers, which never comes within 10⁻¹⁰ of a tie without being
    one: rounding its 28 digits gives what rounding the fraction would.
    """
    return value.quantize(unit, rounding=ROUND_HALF_UP)


def french(value: Decimal) -> str:
    """Return a figure as the studies print it: two decimals, a comma."""
    return str(half_up(value)).replace(".", ",")
