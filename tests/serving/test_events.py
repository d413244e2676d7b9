"""What tabs are told: the newest state alone, in time, and nothing once they are let go."""

import asyncio
import os

import pytest

from nyttokedja.errors import CannotDraw
from nyttokedja.serving import events
from nyttokedja.serving.events import Channel, State
from nyttokedja.serving.worker import Worker


def test_who_is_slow_gets_the_newest_state_alone():
    async def told():
        channel, states = Channel(), [State(1, {"title": "a\nb"})]

        async def newest():
            return states[-1]

        listening = channel.listen(newest)
        seen = [await anext(listening), await anext(listening)]
        for n in range(2, 6):
            states.append(State(n, {}))
            channel.tell()
        seen.append(await anext(listening))
        assert len(channel) == 1
        channel.close()
        seen += [event async for event in listening]
        return seen, len(channel)

    seen, left = asyncio.run(told())
    assert seen == [
        "retry: 500\n\n",
        'id: 1\nevent: state\ndata: {"title": "a\\nb"}\n\n',
        "id: 5\nevent: state\ndata: {}\n\n",
    ]
    assert left == 0


def test_where_nothing_happens_something_is_sent(monkeypatch):
    monkeypatch.setattr(events, "HEARTBEAT", 0.01)

    async def told():
        async def nothing():
            return None

        listening = Channel().listen(nothing)
        return [await anext(listening), await anext(listening), await anext(listening)]

    assert asyncio.run(told()) == ["retry: 500\n\n", ": \n\n", ": \n\n"]


def test_a_process_that_dies_of_its_work_is_followed_by_another():
    worker = Worker()
    try:
        with pytest.raises(CannotDraw):
            asyncio.run(worker.do(os._exit, 1))
        assert asyncio.run(worker.do(abs, -2)) == 2
    finally:
        worker.stop()
