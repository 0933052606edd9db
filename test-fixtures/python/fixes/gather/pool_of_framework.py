# The pool of a framework, and tasks of the project's own wrapper.
# gathers: 2
# executor: support_threads.run_blocking
import time

from starlette.concurrency import run_in_threadpool

import support
from support_threads import run_blocking


def slow(value, more=0):
    time.sleep(0.15)
    return value + more


async def case_framework():
    first = await run_in_threadpool(slow, 1, more=2)
    second = await run_in_threadpool(slow, 2)
    return first, second


async def case_own():
    first = await run_blocking(slow, 1)
    second = await run_blocking(slow, 2)
    return first, second


if __name__ == "__main__":
    support.run_timed(globals())
