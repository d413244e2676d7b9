"""NK106–NK107: arrows to boxes of other chains, that cannot be followed or lead nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from nyttokedja.checking.facts import Pointing
from nyttokedja.checking.rules.model import ERROR, WARNING, Hit, Review, Rule, always, at, rule
from nyttokedja.checking.rules.together import Together
from nyttokedja.model.elsewhere import flaw_of, names_other_chain, parted
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.ids import is_id
from nyttokedja.model.pointers import Reference
from nyttokedja.model.severity import Severity
from nyttokedja.model.spelling import nearest


@rule("NK106", "unusable-pointer", always(ERROR))
def unusable_pointer(review: Review) -> Iterator[Hit]:
    """An arrow to a box of another chain that is not written as a file and an id.

    A chain may lead to a box of another chain of the same collection: `leads_to: other_chain.yaml#id`, told
    from the folder of the file. An address on the web, a path from the root of a disk or a share names a file
    that others do not have. Only `leads_to` may name a box elsewhere. Such an arrow decides nothing in its
    own chain: what it leads to is neither expected nor counted here.

    Bad:

        changes:
          signing: {leads_to: "https://intranet/care/medicine.yaml#fewer_errors"}

    Good:

        changes:
          signing: {leads_to: "../care/medicine.yaml#fewer_errors"}

    Source: the chain format.
    """
    for node in review.chain.nodes:
        for link in node.elsewhere:
            if flaw := flaw_of(link.target):
                better = _better(link.target)
                yield at(node, flaw, span=link.span, written=link.target, suggestion=better)
        for pointer in node.references:
            if names_box_elsewhere(pointer):
                yield at(node, span=pointer.span, written=pointer.written)


def names_box_elsewhere(pointer: Reference) -> bool:
    """Whether a pointer that is no arrow names a box of another chain."""
    return names_other_chain(pointer.target) or names_other_chain(pointer.source or "")


def _better(written: str) -> str:
    """How a pointer should look, as far as that can be told."""
    file, id = parted(written.replace("\\", "/"))
    name = re.split("[/:]", file.rstrip("/"))[-1] or "…"
    if not name.casefold().endswith((".yaml", ".yml")):
        name += ".yaml"
    folder = f"{posixpath.dirname(file)}/" if flaw_of(f"{file}#a") == "" and "/" in file else ""
    return f"{folder}{name}#{id if id and is_id(id) else '…'}"


@rule("NK107", "lost-pointer", always(ERROR), over_files=True)
def lost_pointer(together: Together) -> Iterator[Hit]:
    """An arrow to a box of another chain that is not there.

    The other chain was renamed or moved, or its box has another id now. It is told only where both chains are
    in the same run: of a chain alone, nothing is said of what other files hold. A path that leads out of the
    repository is refused, however it gets there.

    Bad:

        changes:
          signing: {leads_to: "other.yaml#fewer_error"}
        # other.yaml
        effects:
          fewer_errors:

    Good:

        changes:
          signing: {leads_to: "other.yaml#fewer_errors"}
        # other.yaml
        effects:
          fewer_errors:

    Source: the chain format.
    """
    for pointing in together.own.facts.pointing:
        if together.own.path and not flaw_of(pointing.written):
            yield from _lost(together, pointing)


def _lost(together: Together, pointing: Pointing) -> Iterator[Hit]:
    target, run = together.target(pointing.written), together.run
    said = {"written": pointing.written, "file": parted(pointing.written).file, "id": target.id}
    other = run.by_path.get(target.file)
    if not run.where.inside(together.own.path, target.file):
        yield _hit(pointing, "outside", ERROR, said)
    elif other is together.own.facts:
        yield _hit(pointing, "own", WARNING, said)
    elif other is None:
        if run.searched(target.file):
            yield from _no_file(together, pointing, target.file, said)
    elif other.complete and target.id not in other.ids:
        meant = nearest(target.id, other.ids)
        yield _hit(pointing, "meant" if meant else "", WARNING, {**said, "meant": meant or ""})


def _no_file(together: Together, pointing: Pointing, path: str, said: dict[str, str]) -> Iterator[Hit]:
    folder = posixpath.dirname(path)
    names = [posixpath.basename(one) for one in together.run.by_path if posixpath.dirname(one) == folder]
    if (meant := nearest(posixpath.basename(path), names)) is None:
        yield _hit(pointing, "file", WARNING, said)
        return
    beside = posixpath.dirname(said["file"])
    shown = posixpath.join(beside, meant) if beside else meant
    yield _hit(pointing, "file-meant", WARNING, {**said, "meant": f"{shown}#{said['id']}"})


def _hit(pointing: Pointing, variant: str, at_most: Severity, said: dict[str, str]) -> Hit:
    kept = {key: value for key, value in said.items() if value}
    particulars = {"node": pointing.node, **kept}
    return Hit(NOWHERE, pointing.node.id, variant, at_most, particulars, pointing.place)


RULES: tuple[Rule, ...] = (unusable_pointer, lost_pointer)
