from wait import excused, pause


async def handler():
    excused()
    pause()  # unblock-ignore-line blocking-chain -- once, at the start
    pause()
#   ^^^^^ blocking-chain time.sleep via time.sleep (wait.py)
