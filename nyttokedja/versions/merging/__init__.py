"""Two versions of a chain file that grew from one → one that says what both meant, or a plain conflict.

Lines are merged as git merges them where that is right, and boxes by their ids where it is not: what one
side has changed is done in the file of the other, by `nyttokedja.editing`. From Python::

    from nyttokedja.merging import Sides, merge

    merged = merge(Sides(base, ours, theirs))
    print(merged.clean, merged.told)

git does it with chains where `nyttokedja git install` has been run.
"""

from nyttokedja.versions.merging.engine import Merged, Sides, merge
from nyttokedja.versions.merging.lines import Labels

__all__ = ["Labels", "Merged", "Sides", "merge"]
