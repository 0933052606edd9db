from time import sleep


def pause(seconds: float = 0.0) -> float:
    sleep(seconds)
    return seconds
