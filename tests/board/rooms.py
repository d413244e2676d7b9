"""Rooms to try orders in."""

from nyttokedja.board import Room, order_from_data

CHAIN = """\
nyttokedja: 1
rubrik: Digitala lås   # på väggen

förändringar:
  lås: {rubrik: Digitala lås, leder_till: färre_nycklar}   # köpt

effekter:
  färre_nycklar:
    rubrik: Färre nyckelhämtningar
    leder_till: [tid]

nyttor:
  tid: Frigjord tid

lappar:
  - Vad säger facket?   # fråga Ann
  - "Nycklar: var?"
"""


def room(text=CHAIN, **more):
    return Room(text.encode(), "kedja.yaml", **more)


def do(room, who="a", token="", **order):
    return room.carry_out(order_from_data(order), who, token)
