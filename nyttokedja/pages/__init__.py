"""A chain that has been checked → one HTML file that holds all it needs, with and without scripts.

    checked, SVG → parts (lists, details, table, remarks, follow-up, calculation) → shell → HTML
    checked      → `reports.island`: the data that the scripts of the page read

`chain_page` puts them together. Markup is made in `writing.html` alone, and the policy that says which
scripts and styles may run in `writing.html_page` alone. The scripts are in ``scripts/`` (`build.mjs` bundles
them), what is put into pages in ``built/``.
"""
