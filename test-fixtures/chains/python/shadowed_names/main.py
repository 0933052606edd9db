import own
from own import get
from own import sleep as pause
from wait import sleep, stop


async def handler(stop, url):
    get(url)
    own.get(url)
    pause()
    stop()
    sleep()
#   ^^^^^ blocking-chain time.sleep via time.sleep (wait.py)
    [sleep for sleep in url]
    sleep()
#   ^^^^^ blocking-chain time.sleep via time.sleep (wait.py)


async def other(values):
    for sleep in values:
        sleep()


async def later():
    def sleep():
        return 1

    sleep()
