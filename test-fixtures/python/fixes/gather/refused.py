# What isn't run together, by the words that say why.
import asyncio
import os
import time
from pathlib import Path

cache = {}


def load(name):
    return cache[name]


def store(name, value):
    cache[name] = value


def rotate(path):
    os.replace(path, f"{path}.old")


async def uses_result(path):
    first = await asyncio.to_thread(len, path)
    second = await asyncio.to_thread(range, first)  # no: `first` comes from one and is used by another
    return second


async def same_name(path):
    first = await asyncio.to_thread(len, path)
    first = await asyncio.to_thread(repr, path)  # no: `first` is set by two of them
    return first


async def same_object(cursor):
    await asyncio.to_thread(cursor.send, "x")
    rows = await asyncio.to_thread(cursor.fetchall)  # no: both work on `cursor`
    return rows


async def same_attribute(self):
    await asyncio.to_thread(self.db.send, "x")
    rows = await asyncio.to_thread(len, self.db)  # no: both work on `self.db`
    return rows


async def structure(folder: Path):
    await asyncio.to_thread(folder.mkdir)
    names = await asyncio.to_thread(os.listdir, folder)  # no: what `folder.mkdir` does may matter to the others
    return names


async def pause(path):
    await asyncio.to_thread(time.sleep, 1)
    return_value = await asyncio.to_thread(os.stat, path)  # no: what `time.sleep` does may matter to the others
    return return_value


async def writes(path: Path):
    await asyncio.to_thread(path.write_text, "x")
    text = await asyncio.to_thread(path.read_text)  # no: `path.write_text` writes, and both use `path`
    return text


async def below(path):
    await asyncio.to_thread(rotate, path)
    size = await asyncio.to_thread(os.path.getsize, path)  # no: what `os.replace` does may matter to the others
    return size


async def shared_state():
    await asyncio.to_thread(store, "a", 1)
    value = await asyncio.to_thread(load, "a")  # no: `cache[name]` is set in the thread
    return value


async def evaluated(queue):
    first = await asyncio.to_thread(repr, 1)
    second = await asyncio.to_thread(repr, queue.next())  # no: `queue.next()` would be evaluated before the first is done
    return first, second


async def failure(path):
    first = None
    try:
        first = await asyncio.to_thread(os.stat, path)
        second = await asyncio.to_thread(os.listdir, path)  # no: `first` may be used after one of the others failed
    except OSError:
        second = None
    return first, second


async def nothing_to_say(path):
    first = await asyncio.to_thread(os.stat, path)
    print(first)
    second = await asyncio.to_thread(os.listdir, path)
    third: object = await asyncio.to_thread(os.listdir, path)
    await asyncio.sleep(0)
    return second, third, lambda: path


async def seen_elsewhere(path):
    global total
    total = await asyncio.to_thread(len, path)
    fourth = await asyncio.to_thread(len, path)

    def look():
        return fifth

    fifth = await asyncio.to_thread(len, path)
    return fourth, look
