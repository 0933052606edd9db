"""Names that a pattern binds."""
import os
import subprocess
import time


async def by_match(command):
    match command:
        case {"time": time}:
            time.sleep(1)
        case [os, *subprocess]:
            os.stat("a")
            subprocess.run("a")
        case {"rest": 1, **shutil}:
            shutil.rmtree("a")
        case Point(x=glob):
            glob.glob("a")
        case (1 | 2) as queue:
            queue.Queue().get()
