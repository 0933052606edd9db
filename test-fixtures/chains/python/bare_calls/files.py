import asyncio
import time


def calls_below(path):
    return _below(path)


def read_text(path):
    time.sleep(1)
    return path


read_lambda = lambda path: time.sleep(1)


async def later(path):
    await asyncio.sleep(1)


def _below(path):
    time.sleep(1)
