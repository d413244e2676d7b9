"""A chain that has been checked → one HTML file that holds all it needs, with and without scripts.

    checked, SVG → parts (lists, details, table, remarks, follow-up, calculation) → shell → HTML
    checked      → island: the data that the scripts of the page read

`chain_page` puts them together. Markup is made in `markup` alone, and the policy that says which scripts and
styles may run in `shell` alone. The scripts are in ``scripts/`` (`build.mjs` bundles them), what is put into
pages in ``built/``.
"""
