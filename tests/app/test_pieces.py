"""The one file taken apart, and put together as a folder for a web server."""

import gzip
from hashlib import sha256

from nyttokedja.app.pieces import FOLDER_CSP, OURS, folder, pieces
from tests.app.test_letters import letters_of

WORKER = b"self.onmessage = 1"
PACKED = letters_of(gzip.compress(WORKER, mtime=0))
LIBRARY = letters_of(b"PK\3\4")
FILE = f"""<!DOCTYPE html>
<html lang="sv">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="x" content="kept">
<style>p {{ color: red; }}</style>
</head>
<body>
<p id="status" role="status" data-say="waking"></p>
<script type="text/plain" id="part-library">{LIBRARY}</script>
<script type="text/plain" id="part-worker">{PACKED}</script>
<script type="module">let a = "<p>";</script>
</body>
</html>
""".encode("utf-16")


def test_the_file_comes_apart_into_its_pieces():
    made = pieces(FILE)
    assert made.style == "p { color: red; }"
    assert made.script == 'let a = "<p>";'
    assert made.parts == {"library": LIBRARY, "worker": PACKED}
    assert made.frame == (
        '<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta name="x" content="kept">\n</head>\n<body>\n'
        '<p id="status" role="status" data-say="waking"></p>\n\n</body>\n</html>\n'
    )


def test_a_page_names_what_stands_behind_it_and_the_files_beside_it():
    page = pieces(FILE).page("server", "/a.js", "/a.css", "<meta>\n")
    assert page.startswith('<!DOCTYPE html>\n<html data-host="server" lang="sv">')
    assert (
        '<meta>\n<link rel="stylesheet" href="/a.css">\n<script type="module" src="/a.js"></script>\n</head>'
        in page
    )


def test_a_folder_has_files_that_are_named_by_what_they_hold():
    files = folder(pieces(FILE))
    assert len(files) == 5
    for name, content in files.items():
        if name != "index.html":
            assert OURS.fullmatch(name)
            assert sha256(content).hexdigest()[:12] in name
    held = {(name.split("-")[1], name.rpartition(".")[2]): files[name] for name in files if "-" in name}
    assert held == {
        ("library", "bin"): b"PK\3\4",
        ("worker", "js"): WORKER,
        ("app", "js"): b'let a = "<p>";',
        ("app", "css"): b"p { color: red; }",
    }


def test_the_page_of_a_folder_asks_for_its_parts_and_says_that_it_needs_a_server():
    files = folder(pieces(FILE))
    page = files["index.html"].decode()
    assert page.count(FOLDER_CSP) == 1
    for name in files:
        assert name == "index.html" or f'"{name}"' in page
    assert '<link id="part-worker" rel="prefetch"' in page
    assert '<link id="part-library" rel="preload" as="fetch" crossorigin' in page
    status = page.partition('data-say="waking">')[2].partition("</p>")[0]
    assert len(status) > 60
    assert 'data-host="folder"' in page
