import time


def settings():
    time.sleep(1)
    return {}


async def handler(given=settings()):
    def inner(values=settings()):
    #                ^^^^^^^^ blocking-chain time.sleep via time.sleep (main.py)
        return values

    class Local:
        text = settings()
        #      ^^^^^^^^ blocking-chain time.sleep via time.sleep (main.py)

        def load(self):
            return settings()

    return inner, Local, lambda: settings()
