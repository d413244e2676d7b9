"""The integrator runs the recorder now (the machine is full): 0 of 10693 differ is checked there."""

print(
    "The integrator runs the recorder now: skip it, finish within ten minutes (no more mutation runs), commit, report."
)
