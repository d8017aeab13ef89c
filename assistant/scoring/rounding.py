"""The one rounding of the package, made when a figure leaves it."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def half_up(value: Decimal, unit: Decimal = CENT) -> Decimal:
    """Return ``value`` rounded half up (away from zero) to a multiple of a power of ten.

    Results hold unrounded figures: 28 significant digits for a quotient, all digits otherwise.
    A quotient of this package is never within 10⁻¹⁰ of a tie without being one, so rounding the
    28 digits gives what rounding the exact fraction would.
    """
    return value.quantize(unit, rounding=ROUND_HALF_UP)


def french(value: Decimal) -> str:
    """Return a figure as the studies print it: two decimals, a comma."""
    return str(half_up(value)).replace(".", ",")
