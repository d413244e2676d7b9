# ruff: noqa: I001, SLF001 - the order is that of networkx
"""A stand-in for the start of networkx, which loads every algorithm: what nyttokedja asks of graphs alone."""

from networkx.exception import *  # noqa: F403
from networkx import utils
from networkx.utils import _clear_cache, _dispatchable  # noqa: F401

config = utils.backends._set_configs_from_environment()
utils.config = utils.configs.config = config

from networkx.classes import *  # noqa: E402, F403
from networkx.convert import *  # noqa: E402, F403
from networkx.algorithms.components.strongly_connected import *  # noqa: E402, F403
from networkx.algorithms.dag import *  # noqa: E402, F403
from networkx.algorithms.dominance import *  # noqa: E402, F403
from networkx.algorithms.shortest_paths.generic import *  # noqa: E402, F403
from networkx.algorithms.shortest_paths.unweighted import *  # noqa: E402, F403
from networkx.algorithms.traversal.breadth_first_search import *  # noqa: E402, F403
from networkx.algorithms.traversal.depth_first_search import *  # noqa: E402, F403
