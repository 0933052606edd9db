# The same under trio, in a nursery.
# gathers: 2
import time

import trio

import support


def slow(value):
    time.sleep(0.15)
    return value


async def case_results():
    first = await trio.to_thread.run_sync(slow, 1)
    second = await trio.to_thread.run_sync(slow, 2)
    third = await trio.to_thread.run_sync(slow, 3)
    return first, second, third


async def case_no_results():
	await trio.to_thread.run_sync(slow, 1)
	await trio.to_thread.run_sync(slow, 2)


if __name__ == "__main__":
    support.run_timed_trio(globals())
