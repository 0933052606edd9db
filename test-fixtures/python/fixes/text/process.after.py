# title: in a process
import asyncio
import compileall
import functools
import os
from concurrent.futures import ProcessPoolExecutor

process_pool = ProcessPoolExecutor()


async def build(folder):
    await asyncio.get_running_loop().run_in_executor(process_pool, functools.partial(compileall.compile_dir, folder, quiet=1))
    return os
