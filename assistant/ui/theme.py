"""The look of the app: one accent colour on quiet neutrals, in system fonts, light and dark.

Every colour of the style sheets is a variable of this theme, so that a palette is changed here.
Text contrasts are at least 4.5:1 on their backgrounds.
"""

from gradio.themes import Base, Color, Size

_ACCENT = Color(
    name="vigie",
    c50="#eef6f7", c100="#d6e9eb", c200="#aed4d8", c300="#7fbac1", c400="#4d99a2", c500="#2a7b86",
    c600="#15636f", c700="#0e525d", c800="#0c434c", c900="#0a353c", c950="#06242a",
)  # fmt: skip
_NEUTRAL = Color(
    name="encre",
    c50="#f8f8f6", c100="#f0f0ed", c200="#e1e2de", c300="#c9cbc7", c400="#9a9f9e", c500="#6b7273",
    c600="#525a5c", c700="#3a4346", c800="#242c30", c900="#182024", c950="#101619",
)  # fmt: skip
_FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Ubuntu", "sans-serif")
_MONO = ("ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace")
_TEXT = Size(
    name="vigie_text",
    xxs="0.6875rem", xs="0.8125rem", sm="0.875rem", md="1rem", lg="1.0625rem", xl="1.375rem",
    xxl="1.75rem",
)  # fmt: skip


def build_theme() -> Base:
    """Return the theme."""
    theme = Base(
        primary_hue=_ACCENT,
        secondary_hue=_ACCENT,
        neutral_hue=_NEUTRAL,
        text_size=_TEXT,
        font=_FONTS,
        font_mono=_MONO,
    )
    return theme.set(**_COLOURS)


_COLOURS = {
    "body_background_fill": "*neutral_50",
    "body_background_fill_dark": "*neutral_950",
    "body_text_color": "*neutral_900",
    "body_text_color_dark": "*neutral_100",
    "body_text_color_subdued": "*neutral_600",
    "body_text_color_subdued_dark": "*neutral_400",
    "background_fill_primary": "white",
    "background_fill_primary_dark": "*neutral_900",
    "background_fill_secondary": "*neutral_100",
    "background_fill_secondary_dark": "*neutral_800",
    "border_color_primary": "*neutral_200",
    "border_color_primary_dark": "*neutral_700",
    "border_color_accent": "*primary_600",
    "border_color_accent_dark": "*primary_400",
    "color_accent": "*primary_600",
    "color_accent_soft": "*primary_50",
    "color_accent_soft_dark": "*primary_950",
    "link_text_color": "*primary_700",
    "link_text_color_dark": "*primary_300",
    "link_text_color_hover": "*primary_900",
    "link_text_color_hover_dark": "*primary_100",
    "button_primary_background_fill": "*primary_700",
    "button_primary_background_fill_dark": "*primary_300",
    "button_primary_background_fill_hover": "*primary_800",
    "button_primary_background_fill_hover_dark": "*primary_200",
    "button_primary_text_color": "white",
    "button_primary_text_color_dark": "*primary_950",
    "button_secondary_background_fill": "*background_fill_primary",
    "button_secondary_background_fill_hover": "*background_fill_secondary",
    "button_secondary_border_color": "*border_color_primary",
    "button_secondary_text_color": "*body_text_color",
    "input_background_fill": "transparent",
    "input_placeholder_color": "*neutral_600",
    "input_placeholder_color_dark": "*neutral_400",
    "error_border_color": "#b3372b",
    "error_border_color_dark": "#f0877b",
    "error_text_color": "#99261b",
    "error_text_color_dark": "#f5a59b",
}
