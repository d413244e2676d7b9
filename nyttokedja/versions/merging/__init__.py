"""Two versions of a chain file that grew from one → one that says what both meant, or a plain conflict.

Lines are merged where that is right, by a function handed in, and boxes by their ids where it is not: what
one side has changed is done in the file of the other, by `nyttokedja.editing`. From Python::

    from nyttokedja.versions.line_merge import by_lines
    from nyttokedja.versions.merging import Versions, merge

    merged = merge(Versions(base, ours, theirs), by_lines)
    print(merged.clean, merged.told)

git does it with chains where `nyttokedja git install` has been run.
"""

from nyttokedja.versions.merging.engine import Merged, Versions, merge
from nyttokedja.versions.merging.lines import Labels, LineMerge, Lines

__all__ = ["Labels", "LineMerge", "Lines", "Merged", "Versions", "merge"]
