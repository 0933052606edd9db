import time

import somewhere

from wraps import in_thread, logged, quietly, register, retried, later


@logged
def load():
    time.sleep(1)


@retried(times=2)
def doubled():
    time.sleep(1)


@register
def registered():
    time.sleep(1)


@quietly
def guarded():
    return None


@in_thread
def aside():
    time.sleep(1)


@later
def logged_later():
    time.sleep(1)


@somewhere.cached
def unknown():
    time.sleep(1)
