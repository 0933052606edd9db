import os
from asyncio import (
    gather,
    run,
    to_thread,
)


async def size(path):
    return await to_thread(os.path.getsize, path), gather, run
