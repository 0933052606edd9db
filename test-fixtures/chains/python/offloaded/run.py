import asyncio
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def in_thread(work, *arguments):
    return await asyncio.to_thread(work, *arguments)


def in_pool(work):
    return asyncio.get_running_loop().run_in_executor(pool, work)


class Threads:
    def submit(self, work):
        return asyncio.wrap_future(pool.submit(work))
