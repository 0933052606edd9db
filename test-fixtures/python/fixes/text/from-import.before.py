import os
from asyncio import (
    gather,
    run,
)


async def size(path):
    return os.path.getsize(path), gather, run
