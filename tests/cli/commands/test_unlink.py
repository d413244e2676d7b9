"""The command unlink: arrows and pointers taken away."""

from tests.cli.edited_chain import changed


def test_an_obstacle_points_in_its_own_way(run, chain):
    assert run("link", "täckning", "lista").code == 0
    changed(chain, "hindrar: signerar -> färre_fel", "hindrar: [signerar -> färre_fel, lista]")
    assert run("unlink", "täckning", "lista").code == 0
    assert run("unlink", "täckning", "signerar -> färre_fel", "--force").code == 0
    changed(chain, "hindrar: signerar -> färre_fel, ", "")
