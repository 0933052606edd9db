import time


def sleep():
    time.sleep(1)


def stop():
    time.sleep(1)
