"""Drawings of draw.io to measure on, and how long they take against the XML alone being parsed."""

from __future__ import annotations

import base64
import time
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import quote
from xml.etree.ElementTree import fromstring

from nyttokedja.importing import FORMATS, read_import
from nyttokedja.importing.model import ImportOptions

_TURNS = 40


def drawing(shapes: int, arrows: int, *, packed: bool) -> bytes:
    """A drawing of so many shapes, and arrows between them, as draw.io writes it."""
    boxes = (
        f'<mxCell id="s{n}" value="&lt;b&gt;Ruta&lt;/b&gt; {n}&lt;br&gt;med text" vertex="1" parent="1" '
        f'style="rounded=1;html=1;fillColor=#dae8fc;"><mxGeometry x="{n % 40 * 160}" y="{n // 40 * 90}" '
        'width="120" height="60" as="geometry"/></mxCell>'
        for n in range(shapes)
    )
    lines = (
        f'<mxCell id="e{n}" style="endArrow=classic;html=1;" edge="1" parent="1" source="s{n % shapes}" '
        f'target="s{(n * 7 + 1) % shapes}"><mxGeometry relative="1" as="geometry"/></mxCell>'
        for n in range(arrows)
    )
    root = f'<mxCell id="0"/><mxCell id="1" parent="0"/>{"".join(boxes)}{"".join(lines)}'
    page = f"<mxGraphModel><root>{root}</root></mxGraphModel>"
    if packed:
        engine = zlib.compressobj(9, zlib.DEFLATED, -15)
        page = base64.b64encode(engine.compress(quote(page).encode()) + engine.flush()).decode()
    return f'<mxfile><diagram name="Sida-1">{page}</diagram></mxfile>'.encode()


def rows() -> Iterator[str]:
    """A line for each drawing: files a second in a warm process, and seconds for a large one."""
    plain = drawing(50, 16, packed=False)
    parsed = _files_a_second(lambda: fromstring(plain))
    for what, data in (("plain", plain), ("packed", drawing(50, 16, packed=True))):
        ours = _files_a_second(partial(_read, data))
        yield f"draw.io, 50 shapes, {what:<8}{ours:>9.0f} files/s   XML alone {parsed:.0f}   goal ≥ 20"
    large = drawing(2_000, 1_500, packed=True)
    started = time.perf_counter()
    _read(large)
    yield f"draw.io, 2,000 shapes, packed{time.perf_counter() - started:>9.2f} s   goal ≤ 2"


def _read(data: bytes) -> None:
    read_import(data, FORMATS["drawio"], ImportOptions())


def _files_a_second(work: Callable[[], object]) -> float:
    work()
    started = time.perf_counter()
    for _ in range(_TURNS):
        work()
    return _TURNS / (time.perf_counter() - started)
