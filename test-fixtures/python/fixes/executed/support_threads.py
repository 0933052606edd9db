"""Functions of a project's own that run others in a thread."""

import asyncio
import functools


async def run_blocking(function, *arguments):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, functools.partial(function, *arguments))
