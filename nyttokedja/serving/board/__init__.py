"""The board for several browsers on one machine: an order is in the file on the disk before anyone is told.

    kept (the file) → desk (a room over it, in a process of its own) → table (what each tab is told) → app

Starlette and uvicorn are the extra ``web``; the gate and the server are those of `nyttokedja.serving`. The
page is that of `nyttokedja.app`, with another host behind it.
"""
