"""The preview over a socket: it follows saves, keeps the last good picture, and forgets who has gone."""

from pathlib import Path

import pytest

from nyttokedja.model.picture_settings import PictureSettings
from tests.serving.served import Client, served, until

CHAIN = Path("chains/digitala_las.yaml").read_text("utf-8")


@pytest.fixture
def chain(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(CHAIN, "utf-8")
    return path


def retitled(title):
    head, _, rest = CHAIN.partition("\nrubrik: ")
    return f"{head}\nrubrik: {title}\n{rest.partition(chr(10))[2]}"


def test_a_chain_from_the_first_picture_to_the_last(chain):
    with served(chain) as (address, preview):
        client = Client(address)
        (each,) = preview
        assert client.get("/")[0] == 303
        status, frame = client.get(f"/chain/{each.id}")
        assert status == 200
        assert "<script" in frame

        first, states = client.events(f"/events/{each.id}")
        second, others = client.events(f"/events/{each.id}")
        begun = next(states)
        assert next(others) == begun
        assert begun["picture"] == 1
        assert "problem" not in begun
        assert "<svg" in client.get(f"/page/{each.id}")[1]

        chain.write_text(retitled("Ett nytt namn"), "utf-8")
        saved = next(states)
        assert next(others) == saved
        assert (saved["title"], saved["picture"]) == ("Ett nytt namn", 2)
        good = client.get(f"/page/{each.id}")[1]
        assert "Ett nytt namn" in good

        chain.write_text(CHAIN + "\nx: [\n", "utf-8")
        broken = next(states)
        assert broken["picture"] == 2
        assert broken["problem"] == "Filen går inte att läsa."
        assert broken["title"] == "Ett nytt namn"
        assert [remark["severity"] for remark in broken["remarks"]] == ["fel"]
        assert client.get(f"/page/{each.id}")[1] == good

        other = chain.with_suffix(".new")
        other.write_text(retitled("Sparad genom byte av namn"), "utf-8")
        other.replace(chain)
        mended = next(states)
        assert (mended["title"], mended["picture"]) == ("Sparad genom byte av namn", 4)
        assert "problem" not in mended

        chain.unlink()
        gone = next(states)
        assert gone["problem"].endswith("den finns inte.")
        assert gone["picture"] == 4
        for answer in (first, second):
            answer.close()


def test_who_has_gone_is_forgotten(chain):
    with served(chain) as (address, preview):
        client = Client(address)
        (each,) = preview
        open_ = []
        for _ in range(12):
            answer, states = client.events(f"/events/{each.id}")
            open_.append(answer)
            assert next(states)["picture"] == 1
        assert len(each.channel) == 12
        assert client.get(f"/page/{each.id}")[0] == 200, "others are answered meanwhile"
        for answer in open_:
            answer.close()
        until(lambda: len(each.channel) == 0)


def test_several_chains_have_a_list_that_follows(chain):
    hostile = chain.with_name("b.yaml")
    hostile.write_text(retitled('"</script><script>alert(1)</script>"'), "utf-8")
    chain.with_name("other.yaml").write_text("a: 1", "utf-8")
    with served(chain.parent) as (address, preview):
        client = Client(address)
        status, page = client.get("/")
        assert status == 200
        assert page.count('href="chain/') == 2
        until(lambda: all(each.counted for each in preview))
        _, page = client.get("/")
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page
        answer, states = client.events("/events")
        before = next(states)
        chain.with_name("c.yaml").write_text(CHAIN, "utf-8")
        assert next(states) != before
        assert client.get("/")[1].count('href="chain/') == 3
        answer.close()


@pytest.mark.parametrize(
    "path", ["/nothing", "/chain/x", "/page/x", "/events/x", "/../../etc/passwd", "/live.py"]
)
def test_what_is_not_there_is_not_there(chain, path):
    with served(chain) as (address, _):
        assert Client(address).get(path)[0] == 404


def test_a_file_that_never_could_be_read_has_no_page_and_says_why(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("nyttokedja: 1\nx: [\n", "utf-8")
    with served(path) as (address, preview):
        client = Client(address)
        (each,) = preview
        answer, states = client.events(f"/events/{each.id}")
        told = next(states)
        assert told["picture"] == 0
        assert told["remarks"]
        assert client.get(f"/page/{each.id}")[0] == 404
        path.write_text(CHAIN, "utf-8")
        assert next(states)["picture"] == 2
        answer.close()


def test_the_part_that_settings_ask_for_is_shown(chain):
    with served(chain, settings=PictureSettings(focus="lägre_nyckelkostnad", hops=0)) as (address, preview):
        client = Client(address)
        (each,) = preview
        until(lambda: (client.get(f"/page/{each.id}"), each.page)[1])
        assert each.page.count("data-node=") == 1
    with served(chain, settings=PictureSettings(focus="nyckelhämtning")) as (address, preview):
        client = Client(address)
        (each,) = preview
        client.get(f"/chain/{each.id}")
        until(lambda: each.last)
        assert each.last.problem.endswith("Is färre_nyckelhämtningar meant?")
