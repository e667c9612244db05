"""The child process that draws: a JSON object comes in on stdin, a PNG goes out on stdout.

It is started by path and imports nothing of this project.
"""

from __future__ import annotations

import io
import sys
from typing import Annotated, Literal

from pydantic import BaseModel, Field, TypeAdapter

_SCALE = 10
_RIGHT, _WRONG, _LINE = "#2f7f5f", "#e3e6ea", "#b4542d"


class Code(BaseModel):
    """A QR code."""

    picture: Literal["code"]
    link: str


class Chart(BaseModel):
    """Shares right for each question with their intervals, and the class's mean over time."""

    picture: Literal["chart"]
    title: str
    labels: list[str]
    shares: list[float]
    intervals: list[tuple[float, float]]
    progress: list[float]


Order = Code | Chart
_ORDER: TypeAdapter[Order] = TypeAdapter(Annotated[Order, Field(discriminator="picture")])


def drawn(order: Order) -> bytes:
    """The PNG that was ordered."""
    return _code(order) if isinstance(order, Code) else _chart(order)


def _code(order: Code) -> bytes:
    import segno  # noqa: PLC0415 - a chart needs no QR codes

    out = io.BytesIO()
    segno.make(order.link, error="m").save(out, kind="png", scale=_SCALE, border=4)
    return out.getvalue()


def _chart(order: Chart) -> bytes:
    from matplotlib import rcParams  # noqa: PLC0415 - slow to load; a code needs none
    from matplotlib.figure import Figure  # noqa: PLC0415 - as above
    from matplotlib.ticker import MaxNLocator, PercentFormatter  # noqa: PLC0415 - as above

    rcParams["text.parse_math"] = False  # a dollar in a question is a dollar
    rows = len(order.labels)
    figure = Figure(figsize=(8, 2.6 + 0.34 * rows), dpi=120, layout="constrained")
    shares, progress = figure.subplots(2, 1, height_ratios=(max(3.0, rows * 0.34), 1.8))
    figure.suptitle(order.title, fontsize=13, fontweight="bold")
    places = range(rows)
    low = [max(0.0, s - i[0]) for s, i in zip(order.shares, order.intervals, strict=True)]
    high = [max(0.0, i[1] - s) for s, i in zip(order.shares, order.intervals, strict=True)]
    shares.barh(places, [1.0] * rows, color=_WRONG)
    shares.barh(places, order.shares, color=_RIGHT, xerr=(low, high), ecolor="#333", capsize=2)
    shares.set(yticks=list(places), yticklabels=order.labels, xlim=(0, 1))
    shares.set_xlabel("right, with its 95 % interval")
    shares.xaxis.set_major_formatter(PercentFormatter(1.0))
    shares.invert_yaxis()
    progress.plot(range(1, len(order.progress) + 1), order.progress, color=_LINE, marker="o")
    progress.set(xlabel="after question", ylabel="points (mean)")
    progress.set_ylim(0, 1.15 * max(order.progress, default=1) or 1)
    progress.xaxis.set_major_locator(MaxNLocator(integer=True))
    for axes in (shares, progress):
        axes.spines[["top", "right"]].set_visible(False)
    out = io.BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()


if __name__ == "__main__":
    sys.stdout.buffer.write(drawn(_ORDER.validate_json(sys.stdin.buffer.read())))
