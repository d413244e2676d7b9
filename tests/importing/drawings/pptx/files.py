"""Presentations with as much in them as a reader looks at."""

from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

_OOXML = "http://schemas.openxmlformats.org"
_NAMES = (
    f'xmlns:a="{_OOXML}/drawingml/2006/main" xmlns:r="{_OOXML}/officeDocument/2006/relationships" '
    f'xmlns:p="{_OOXML}/presentationml/2006/main"'
)
PX = 9525


def xfrm(x, y, width=120, height=60, more="", tag="a:xfrm"):
    """``more`` are attributes, such as ``flipH="1"``."""
    x, y, width, height = (round(one * PX) for one in (x, y, width, height))
    return f'<{tag} {more}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></{tag}>'


def text(*lines):
    runs = (
        "<a:br/>".join(f"<a:r><a:t>{escape(part)}</a:t></a:r>" for part in line.split("\n")) for line in lines
    )
    return f"<p:txBody><a:bodyPr/>{''.join(f'<a:p>{run}</a:p>' for run in runs)}</p:txBody>"


def box(
    id,
    *lines,
    place=(0, 0),
    form="rect",
    fill="",
    line="",
    style="",
    role=None,
    name="",
    more="",
    text_box=False,
):
    """``fill`` and ``line`` are six digits, or the name of a colour of the theme, or ``none``."""
    where = xfrm(*place, more=more) if place else ""
    holder = f"<p:nvPr><p:ph type={quoteattr(role)}/></p:nvPr>" if role else "<p:nvPr/>"
    outline = f"<a:ln>{paint(line)}</a:ln>" if line else ""
    kind = '<p:cNvSpPr txBox="1"/>' if text_box else "<p:cNvSpPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}/>{kind}{holder}'
        f'</p:nvSpPr><p:spPr>{where}<a:prstGeom prst="{form}"/>{paint(fill)}{outline}</p:spPr>{style}'
        f"{text(*lines) if lines else ''}</p:sp>"
    )


def paint(colour):
    if colour in ("", "none"):
        return "<a:noFill/>" if colour else ""
    kind = "srgbClr" if len(colour) == 6 and colour.isalnum() and colour[0].isdigit() else "schemeClr"
    return f'<a:solidFill><a:{kind} val="{colour}"/></a:solidFill>'


def connector(id, tail=None, head=None, *, place=(0, 0, 0, 0), begin="", end="triangle", more="", dash=""):
    glue = (f'<a:stCxn id="{tail}" idx="1"/>' if tail else "") + (
        f'<a:endCxn id="{head}" idx="3"/>' if head else ""
    )
    marks = (f'<a:headEnd type="{begin}"/>' if begin else "") + (f'<a:tailEnd type="{end}"/>' if end else "")
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    about = f'<p:cNvPr id="{id}" name=""/><p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/>'
    where = f'{xfrm(*place, more=more)}<a:prstGeom prst="straightConnector1"/>'
    drawn = f"<p:spPr>{where}<a:ln>{dashed}{marks}</a:ln></p:spPr>"
    return f"<p:cxnSp><p:nvCxnSpPr>{about}</p:nvCxnSpPr>{drawn}</p:cxnSp>"


def group(id, *inner, place=(0, 0, 100, 100), child=None):
    child = child or place
    x, y, width, height = (round(one * PX) for one in child)
    spread = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm>'
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{id}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr>{xfrm(*place).replace('</a:xfrm>', spread)}</p:grpSpPr>{''.join(inner)}</p:grpSp>"
    )


def frame(id, inner, place=(0, 0, 400, 200)):
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}"/></p:nvGraphicFramePr>'
        f"{xfrm(*place, tag='p:xfrm')}<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def table(id, *rows, place=(0, 0, 400, 200)):
    grid = "".join(f'<a:gridCol w="{100 * PX}"/>' for _ in rows[0])
    held = "".join(
        f'<a:tr h="{40 * PX}">{"".join(f"<a:tc>{text(cell)}</a:tc>" for cell in row)}</a:tr>'.replace(
            "p:txBody", "a:txBody"
        )
        for row in rows
    )
    return frame(id, f"<a:tbl><a:tblGrid>{grid}</a:tblGrid>{held}</a:tbl>", place)


def slide(*things, hidden=False):
    shown = ' show="0"' if hidden else ""
    about = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    tree = about + "".join(things)
    return f"<p:sld {_NAMES}{shown}><p:cSld><p:spTree>{tree}</p:spTree></p:cSld></p:sld>"


def _relations(*pairs):
    held = "".join(
        f'<Relationship Id="{id}" Type="x/{kind}" Target="{target}"/>' for id, kind, target in pairs
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{held}</Relationships>'


THEME = (
    f'<a:theme {_NAMES}><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="5B9BD5"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2>'
    "</a:clrScheme></a:themeElements></a:theme>"
)
MASTER = f'<p:sldMaster {_NAMES}><p:clrMap tx1="dk1" accent1="accent2"/></p:sldMaster>'


def presentation(*slides, parts=None, order=None, **further):
    """``further`` are further relations of the first slide: kind → (its name, its content)."""
    order = order or range(1, len(slides) + 1)
    ids = "".join(f'<p:sldId id="{n}" r:id="s{n}"/>' for n in order)
    held = {
        "_rels/.rels": _relations(("r", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {_NAMES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": _relations(
            *((f"s{n}", "slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1))
        ),
        "ppt/slideLayouts/l.xml": f"<p:sldLayout {_NAMES}/>",
        "ppt/slideLayouts/_rels/l.xml.rels": _relations(("m", "slideMaster", "../slideMasters/m.xml")),
        "ppt/slideMasters/m.xml": MASTER,
        "ppt/slideMasters/_rels/m.xml.rels": _relations(("t", "theme", "../theme/t.xml")),
        "ppt/theme/t.xml": THEME,
    }
    for n, content in enumerate(slides, start=1):
        held[f"ppt/slides/slide{n}.xml"] = content
        named = [("l", "slideLayout", "../slideLayouts/l.xml")]
        if n == 1:
            named += [(kind, kind, f"../x/{kind}.xml") for kind in further]
        held[f"ppt/slides/_rels/slide{n}.xml.rels"] = _relations(*named)
    held |= {f"ppt/x/{kind}.xml": content.replace("NAMES", _NAMES) for kind, content in further.items()}
    held |= parts or {}
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return stream.getvalue()
