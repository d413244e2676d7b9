"""Word files made by hand, as organisations have them, and what is read of those that were written."""

import io
import zipfile

import docx

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def organisation(*, swedish=True):
    """A template with a head and a foot, a text to be taken out, and styles as Swedish Word has them."""
    file = docx.Document()
    file.add_heading("Gammal rubrik", 1)
    file.add_paragraph("Gammal text som ska bort")
    file.sections[0].header.paragraphs[0].text = "Exempelkommunens sidhuvud"
    file.sections[0].footer.paragraphs[0].text = "Diarienummer 2026/123"
    file.core_properties.author = "python-docx"
    file.styles["Heading 1"].font.name = "Garamond"
    root = file.styles.element
    if swedish:
        for style in root.style_lst:
            if style.name_val.startswith("heading "):
                style.styleId = "Rubrik" + style.name_val[-1]
    for style in list(root.style_lst):
        if style.name_val in ("caption", "List Bullet"):
            root.remove(style)
    return saved(file)


def saved(file):
    held = io.BytesIO()
    file.save(held)
    return held.getvalue()


def opened(content):
    return docx.Document(io.BytesIO(content))


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def changed(content, name, old, new):
    """A file with a part in which something has been replaced."""
    held = parts(content)
    assert old in held[name]
    return packed(held | {name: held[name].replace(old, new)})


def related(content, kind, target, part="word/_rels/document.xml.rels", mode=' TargetMode="External"'):
    """A file with one more relation."""
    one = f'<Relationship Id="rId999" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return changed(content, part, b"</Relationships>", one.encode())
