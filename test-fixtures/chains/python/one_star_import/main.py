from wait import *


async def handler():
    pause()
#   ^^^^^ blocking-chain time.sleep via time.sleep (wait.py)
    time.sleep(1)
#   ^^^^^^^^^^ blocking-call time.sleep
    _hidden()
