"""The board in one file that is opened in a browser: nothing is installed, and nothing leaves the machine.

    host      what the scripts of the page ask of the engine, in the tab: the chains that are open
    engine    questions about a chain beside those of a board: layout, fixes, what falls, what it is worth …
    file      the file itself, as the build has made it

The engine runs in the tab by Pyodide, and Graphviz by viz.js; both are put into the file by the build in
`scripts/`, with the parts of our dependencies that are pure Python. What is not, has a stand-in there.
"""
