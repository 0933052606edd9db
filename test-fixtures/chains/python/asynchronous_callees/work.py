from wait import pause


def start():
    return later()


async def later():
    pause()
#   ^^^^^ blocking-chain time.sleep via time.sleep (wait.py)
