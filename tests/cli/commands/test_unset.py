"""The command unset: a field taken away."""

from tests.cli.edited_chain import CHAIN, changed


def test_a_fact_is_set_and_said_in_the_words_of_the_field(run, chain):
    assert run("set", "trygghet", "åtgärder", "Gå igenom listan").code == 0
    ran = run("set", "trygghet", "åtgärder.1.vem", "Planerare")
    assert ran.out == "”Trygghet” har nu åtgärder.1.vem: ”Planerare” i chains/lista.yaml.\n"
    assert "    åtgärder:\n      - {vad: Gå igenom listan, vem: Planerare}\n" in chain.read_text("utf-8")
    assert run("unset", "trygghet", "åtgärder.1").code == 0
    assert chain.read_text("utf-8") == CHAIN


def test_a_field_of_the_chain_is_taken_away(run, chain):
    assert run("unset", ".", "stage") == (0, "Kedjan har inte längre skede i chains/lista.yaml.\n", "")
    changed(chain, "skede: plan\n", "")
