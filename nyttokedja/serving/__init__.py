"""The live preview: chains on this machine, in a browser on this machine, following each save.

    watching (what is on disk) → drawing (what a tab shows of it) → preview (what each tab has) → events, app

Starlette and uvicorn are the extra ``web``. Nothing here writes a file; `gate` lets in nobody but the person
who was given the address.
"""
