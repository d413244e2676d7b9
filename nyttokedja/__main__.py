"""``python -m nyttokedja``: the same program, for machines where scripts may not be run."""

from nyttokedja.cli import main

if __name__ == "__main__":
    main()
