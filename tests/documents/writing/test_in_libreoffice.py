"""Every document of two Swedish chains and a Norwegian one, as files that LibreOffice opens."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from nyttokedja.batch.documents import documents
from nyttokedja.batch.parallel import Task
from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.documents import DOCUMENTS
from nyttokedja.reading.discovery import Candidate
from tests.documents.reading import bare

CHAINS = ("digital_nattillsyn", "lakemedelsautomat", "velferdsteknologi")

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is missing"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is missing"),
]


def made(folder, format):
    """Each document of each chain in a format, by the name of its file."""
    paths = [Path(f"chains/{chain}.yaml") for chain in CHAINS]
    tasks = [Task(Candidate(path, path.as_posix(), named=True), Config()) for path in paths]
    for name in DOCUMENTS:
        for chain, product in zip(CHAINS, documents(tasks, name, format, "auto"), strict=True):
            assert product.failure == ""
            (folder / f"{chain}-{name}.{format}").write_bytes(product.content)
            yield f"{chain}-{name}", chain


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_it_opens_every_document_and_shows_its_words(tmp_path, format):
    names = dict(made(tmp_path, format))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [f"{name}.{format}" for name in names]
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", *files]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=300)
    for name, chain in names.items():
        shown = tmp_path / f"{name}.pdf"
        read = subprocess.run(["pdftotext", shown, "-"], capture_output=True, check=True).stdout.decode()
        assert 1 <= read.count("\f") <= 60
        assert len(re.findall(r"\w+", read)) > 20
        title = _title(chain)
        assert bare(title) in bare(read), name
        assert "Err:" not in read
        assert "#REF!" not in read


def _title(chain):
    return check(Path(f"chains/{chain}.yaml").read_bytes()).chain.title
