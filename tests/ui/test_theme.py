"""The palette is readable in light and in dark."""

import re

import pytest

from assistant.ui.theme import build_theme

TEXT = 4.5
GRAPHIC = 3.0
PAIRS = (
    ("body-text-color", "body-background-fill", TEXT),
    ("body-text-color", "background-fill-primary", TEXT),
    ("body-text-color", "background-fill-secondary", TEXT),
    ("body-text-color", "color-accent-soft", TEXT),
    ("body-text-color-subdued", "body-background-fill", TEXT),
    ("body-text-color-subdued", "background-fill-primary", TEXT),
    ("body-text-color-subdued", "color-accent-soft", TEXT),
    ("link-text-color", "body-background-fill", TEXT),
    ("link-text-color", "color-accent-soft", TEXT),
    ("button-primary-text-color", "button-primary-background-fill", TEXT),
    ("button-primary-text-color", "button-primary-background-fill-hover", TEXT),
    ("input-placeholder-color", "background-fill-primary", TEXT),
    ("error-text-color", "body-background-fill", TEXT),
    ("error-border-color", "body-background-fill", GRAPHIC),
)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast_is_enough(front: str, back: str, least: float, dark: bool) -> None:
    """Text stands out at 4.5:1 at least, and the lines of a control at 3:1."""
    colours = _colours(dark)
    ratio = _contrast(_resolve(front, colours), _resolve(back, colours))
    assert ratio >= least, f"{front} on {back}: {ratio:.2f}"


def test_fonts_are_those_of_the_system() -> None:
    """No font is fetched, from here or from elsewhere."""
    theme = build_theme()
    assert not theme._stylesheets
    assert "@font-face" not in theme._get_theme_css()


def _colours(dark: bool) -> dict[str, str]:
    light_css, dark_css = build_theme()._get_theme_css().split(".dark", 1)
    pattern = re.compile(r"--([\w-]+):\s*([^;]+);")
    colours = dict(pattern.findall(light_css))
    return colours | dict(pattern.findall(dark_css)) if dark else colours


def _resolve(name: str, colours: dict[str, str]) -> str:
    value = colours[name].strip()
    while reference := re.fullmatch(r"var\(--([\w-]+)\)", value):
        value = colours[reference.group(1)].strip()
    return {"white": "#ffffff", "black": "#000000"}.get(value, value)


def _contrast(first: str, second: str) -> float:
    brighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2, from 0 to 1, of ``#rrggbb``."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
