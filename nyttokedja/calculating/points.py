"""Points spread evenly, without random numbers: Halton points, and the triangular distribution.

Numbers are float64, and only + − × ÷ and the square root are used, which IEEE 754 rounds in one way: the same
points, to the last bit, on every machine.
"""

from __future__ import annotations

from math import sqrt

BASES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
"""The first primes, one for each factor that is varied; with more of them the points lie in stripes."""


def halton(count: int, base: int) -> list[float]:
    """The first points of the Halton sequence: 1 … ``count``, each with its digits in the base mirrored."""
    places = 1
    while base**places <= count:
        places += 1
    mirrored = [0]  # of 0, 1, 2 …, times base ** places
    for place in range(1, places + 1):
        step = base ** (places - place)
        digits = range(min(base, count // len(mirrored) + 1))
        mirrored = [number + digit * step for digit in digits for number in mirrored]
    whole = base**places
    return [number / whole for number in mirrored[1 : count + 1]]


def triangular(shares: list[float], least: float, likely: float, most: float) -> list[float]:
    """Where shares of the triangular distribution lie: its inverse."""
    width = most - least
    if not width:
        return [likely] * len(shares)
    turn = (likely - least) / width
    rising, falling = width * (likely - least), width * (most - likely)
    return [
        least + sqrt(share * rising) if share < turn else most - sqrt((1 - share) * falling)
        for share in shares
    ]


def quantile(ordered: list[float], per_cent: int) -> float:
    """The value that so many per cent of the values, from the lowest, come before."""
    return ordered[len(ordered) * per_cent // 100]
