"""Comments that silence findings, in Python's own syntax."""
import os
import time


async def start(path):
    # unblock-ignore-next-line
    time.sleep(1)
    # unblock-ignore-next-line blocking-call -- once, before the server listens
    os.stat(path)
    time.sleep(1)  # unblock-ignore-line
    time.sleep(1)  # unblock-ignore-line os.stat
    #<^^^^^^^^^^ blocking-call time.sleep warning
    #                ^^^^^^^^^^^^^^^^^^^ unused-suppression
    text = "# unblock-ignore-line"; time.sleep(1)
    #                               ^^^^^^^^^^ blocking-call time.sleep warning
    # unblock-ignore-next-line time.sleep
    time.sleep(1), os.stat(path)
    #              ^^^^^^^ blocking-call os.stat hint
    return text
