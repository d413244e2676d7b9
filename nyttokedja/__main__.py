"""``python -P -m nyttokedja``: the same program, for machines where scripts may not be run.

With ``-P``, since without it a file ``nyttokedja.py`` of the current folder would be run instead.
"""

from nyttokedja.cli import main

if __name__ == "__main__":
    main()
