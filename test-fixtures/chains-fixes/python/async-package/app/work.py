from . import timing
from .timing import pause


async def steps(lengths):
    total = 0
    for length in lengths:
        spent = timing.pause(length)
        total = total + spent if pause(length) else total
    return round(total, 2)
