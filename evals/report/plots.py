"""Plots as inline SVG. Runs differ by dash and mark, not by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP, _RIGHT = 640, 300, 56, 40, 14, 16
_DASHES = ("", "7 4")
_SHADES = ("#1a4e8a", "#a33b00")
_ROW = 19


def line_plot(
    series: Sequence[tuple[str, Sequence[tuple[float, float]]]], x_label: str, y_label: str, x_max: float, y_max: float
) -> str:
    """Lines over two linear axes that begin at 0."""
    width, height = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM

    def place(x: float, y: float) -> str:
        return f"{_LEFT + width * min(1.0, x / x_max):.1f},{_TOP + height * (1 - min(1.0, y / y_max)):.1f}"

    parts = [_open(_WIDTH, _HEIGHT, f"{y_label} against {x_label}"), _axes(x_label, y_label, x_max, y_max)]
    for number, (name, points) in enumerate(series):
        if points:
            path = " ".join(place(x, y) for x, y in points)
            parts.append(
                f'<polyline points="{path}" fill="none" stroke="{_SHADES[number % 2]}" stroke-width="2" '
                f'stroke-dasharray="{_DASHES[number % 2]}"/>'
            )
            x, y = place(*points[-1]).split(",")
            parts.append(f'<circle cx="{x}" cy="{y}" r="3" fill="{_SHADES[number % 2]}"/>')
        legend_y = _TOP + 14 + 16 * number
        parts.append(
            f'<line x1="{_WIDTH - 210}" x2="{_WIDTH - 180}" y1="{legend_y - 4}" y2="{legend_y - 4}" '
            f'stroke="{_SHADES[number % 2]}" '
            f'stroke-width="2" stroke-dasharray="{_DASHES[number % 2]}"/>'
            f'<text x="{_WIDTH - 174}" y="{legend_y}" font-size="12">{escape(name[:28])}</text>'
        )
    return "".join([*parts, "</svg>"])


def _axes(x_label: str, y_label: str, x_max: float, y_max: float) -> str:
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    parts = [
        f'<path d="M{_LEFT} {_TOP}V{bottom}H{right}" fill="none" stroke="#444"/>',
        f'<text x="{(_LEFT + right) / 2}" y="{_HEIGHT - 6}" font-size="12" text-anchor="middle">{escape(x_label)}'
        f"</text>",
        f'<text x="14" y="{(_TOP + bottom) / 2}" font-size="12" text-anchor="middle" '
        f'transform="rotate(-90 14 {(_TOP + bottom) / 2})">{escape(y_label)}</text>',
    ]
    for step in range(6):
        x, y = _LEFT + (right - _LEFT) * step / 5, bottom - (bottom - _TOP) * step / 5
        parts.append(
            f'<text x="{x:.0f}" y="{bottom + 15}" font-size="11" text-anchor="middle">{x_max * step / 5:.3g}</text>'
        )
        parts.append(
            f'<text x="{_LEFT - 6}" y="{y + 4:.0f}" font-size="11" text-anchor="end">{y_max * step / 5:.3g}</text>'
        )
        parts.append(f'<path d="M{_LEFT} {y:.0f}H{right}" stroke="#ddd" stroke-width="1"/>')
    return "".join(parts)


def interval_plot(rows: Sequence[tuple[str, Sequence[tuple[float, float, float] | None]]], label: str) -> str:
    """One line a row with a mark at each run's value and its interval, on an axis of 0 to 1; runs differ by their
    mark.
    """
    left, right = 230, _WIDTH - 50
    height = _ROW * len(rows) + 40

    def x(value: float) -> float:
        return left + (right - left) * value

    parts = [_open(_WIDTH, height, label)]
    for step in range(6):
        parts.append(f'<path d="M{x(step / 5):.0f} 4V{height - 34}" stroke="#ddd"/>')
        parts.append(
            f'<text x="{x(step / 5):.0f}" y="{height - 20}" font-size="11" text-anchor="middle">{step / 5:g}</text>'
        )
    parts.append(
        f'<text x="{(left + right) / 2}" y="{height - 4}" font-size="12" text-anchor="middle">{escape(label)}</text>'
    )
    for position, (name, values) in enumerate(rows):
        middle = 16 + _ROW * position
        parts.append(
            f'<text x="{left - 8}" y="{middle + 4}" font-size="12" text-anchor="end">{escape(name[:34])}</text>'
        )
        for number, value in enumerate(values):
            if value is not None:
                parts.append(
                    _mark(number, x(value[0]), x(value[1]), x(value[2]), middle + (6 * number - 3) * (len(values) > 1))
                )
                if len(values) == 1:
                    parts.append(f'<text x="{right + 6}" y="{middle + 4}" font-size="11">{value[0]:.2f}</text>')
    return "".join([*parts, "</svg>"])


def interval_bar(value: float, low: float, high: float) -> str:
    """A value with its interval on an axis of 0 to 1, as small as a line of text."""
    width = 160

    def x(share: float) -> str:
        return f"{4 + (width - 8) * share:.1f}"

    return (
        f'<svg class="bar" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 12" width="{width}" height="12" '
        f'role="img" aria-label="{value:.3f}, 95 % interval {low:.3f} to {high:.3f}">'
        f'<path d="M{x(0)} 6H{x(1)}" stroke="#bbb"/><path d="M{x(0)} 2V10M{x(1)} 2V10" stroke="#bbb"/>'
        f'<path d="M{x(low)} 6H{x(high)}" stroke="{_SHADES[0]}" stroke-width="5" stroke-opacity="0.45"/>'
        f'<path d="M{x(value)} 1V11" stroke="#111" stroke-width="2.5"/></svg>'
    )


def _mark(number: int, value: float, low: float, high: float, y: float) -> str:
    shade, dash = _SHADES[number % 2], _DASHES[number % 2]
    line = f'<path d="M{low:.1f} {y}H{high:.1f}" stroke="{shade}" stroke-width="1.5" stroke-dasharray="{dash}"/>'
    if number % 2:
        place = f'x="{value - 4:.1f}" y="{y - 4}" width="8" height="8"'
        return line + f'<rect {place} fill="#fff" stroke="{shade}" stroke-width="2"/>'
    return line + f'<circle cx="{value:.1f}" cy="{y}" r="4" fill="{shade}"/>'


def _open(width: int, height: int, title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(title, quote=True)}" font-family="inherit"><title>{escape(title)}</title>'
    )
