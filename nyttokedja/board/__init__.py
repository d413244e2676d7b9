"""A chain on a wall: orders of several people → its bytes, step by step, and the state that screens show.

    order → what it comes to (carrying) → a step (room) → what screens show (state) → messages (protocol)

Nothing here draws by a program, reads or writes a file, or knows a network: layout is a function handed in,
and so is saving. One room stands behind a tab of a browser that is alone with it, and behind a server for
several.
"""

from nyttokedja.board.orders import BOARD_KINDS, order_from_data
from nyttokedja.board.room import Refused, Room

__all__ = ["BOARD_KINDS", "Refused", "Room", "order_from_data"]
