"""Names that look like modules and are something else."""
import os
import shutil
import subprocess
import time

import aiofiles
import trio


class Clock:
    def sleep(self, seconds):
        return seconds


async def parameter(time, open):
    time.sleep(1)
    open("name")


async def assigned(path):
    os = {"stat": 1}
    os.stat(path)


async def by_loop(clocks):
    for time in clocks:
        time.sleep(1)


async def by_comprehension(clocks):
    return [time.sleep(1) for time in clocks]


async def after_comprehension(clocks):
    list(time for time in clocks)
    time.sleep(1)
   #^^^^^^^^^^ blocking-call time.sleep warning


async def by_class():
    class time:
        @staticmethod
        def sleep(seconds): ...

    time.sleep(1)


async def by_definition(path):
    def stat(path): ...

    stat(path)
    os.stat(path)
   #^^^^^^^ blocking-call os.stat hint


async def by_with(path):
    with Clock() as time:
        time.sleep(1)


async def by_except(path):
    try:
        path.check()
    except ValueError as shutil:
        shutil.rmtree(path)


async def by_walrus(path):
    if (time := Clock()):
        time.sleep(1)


async def by_unpacking(pair):
    time, (os, *shutil) = pair
    time.sleep(1)
    os.stat("a")
    shutil.rmtree("a")


async def by_import():
    from trio import open_file as open

    async with await open("name") as file:
        return await file.read()


async def by_local_import():
    import fake_time as time

    time.sleep(1)


async def by_lambda():
    return (lambda time: time.sleep(1))(Clock())


async def deleted():
    del subprocess.run
    return subprocess


open = aiofiles.open


async def module_level(name):
    open(name)


class Timer:
    time = Clock()

    async def members(self, path):
        # The class's own name isn't seen from its methods.
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning
        self.time.sleep(1)


async def global_name(path):
    global rmtree
    rmtree = shutil.rmtree
    rmtree(path)
   #^^^^^^ blocking-call shutil.rmtree warning


def make():
    sleep = time.sleep

    async def inner():
        nonlocal sleep
        sleep(1)
       #^^^^^ blocking-call time.sleep warning

    return inner
