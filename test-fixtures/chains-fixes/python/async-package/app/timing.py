import time


def pause(seconds: float) -> float:
    time.sleep(seconds)
    return seconds
