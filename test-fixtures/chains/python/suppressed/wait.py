import time


def excused():
    # unblock-ignore-next-line -- measured, it is short
    time.sleep(0.001)


def pause():
    time.sleep(1)
