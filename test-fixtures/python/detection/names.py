"""A status page that polls its services: the ways in which a name reaches a function that blocks."""
import builtins
import functools
import io
import os.path
import os.path as paths
import shutil as sh
import time as clock
import urllib.request
from os import listdir, stat as status
from time import (
    sleep as pause,  # between two rounds
)
from urllib.request import urlopen as get

retry_wait = clock.sleep


async def poll(url, folder):
    clock.sleep(1)
   #^^^^^^^^^^^ blocking-call time.sleep warning
    pause(1)
   #^^^^^ blocking-call time.sleep warning
    retry_wait(2)
   #^^^^^^^^^^ blocking-call time.sleep warning
    urllib.request.urlopen(url)
   #^^^^^^^^^^^^^^^^^^^^^^ blocking-call urllib.request.urlopen warning
    get(url, timeout=3)
   #^^^ blocking-call urllib.request.urlopen warning
    listdir(folder)
   #^^^^^^^ blocking-call os.listdir warning
    status(folder)
   #^^^^^^ blocking-call os.stat hint
    os.path.exists(folder)
   #^^^^^^^^^^^^^^ blocking-call os.path.exists hint
    paths.getsize(folder)
   #^^^^^^^^^^^^^ blocking-call os.path.getsize hint
    sh.rmtree(folder)
   #^^^^^^^^^ blocking-call shutil.rmtree warning


async def prompt(name):
    open(name)
   #^^^^ blocking-call builtins.open warning
    builtins.open(name)
   #^^^^^^^^^^^^^ blocking-call builtins.open warning
    io.open(name)
   #^^^^^^^ blocking-call io.open warning
    input("Go on? ")
   #^^^^^ blocking-call builtins.input warning
    print("no more than a line")


async def local_names(name):
    from shutil import copy, move as rename
    import subprocess as sp

    copy(name, "/backup")
   #^^^^ blocking-call shutil.copy warning
    rename(name, "/backup")
   #^^^^^^ blocking-call shutil.move warning
    sp.run(["sync"])
   #^^^^^^ blocking-call subprocess.run warning
    wait = clock.sleep
    wait(1)
   #^^^^ blocking-call time.sleep warning
    getattr(clock, "sleep")(1)
   #^^^^^^^^^^^^^^^^^^^^^^^ blocking-call time.sleep warning
    functools.partial(clock.sleep, 1)()
   #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call time.sleep warning
    later = functools.partial(sh.rmtree, name)
    later()
   #^^^^^ blocking-call shutil.rmtree warning
    return functools.partial(sh.copytree, name)


async def odd_spacing(name):
    clock . sleep(1)
   #^^^^^^^^^^^^^ blocking-call time.sleep warning
    (clock).sleep(1)
    #       ^^^^^ blocking-call time.sleep warning
    (pause)(1)
    #^^^^^ blocking-call time.sleep warning
    (os
     .path
     .exists)(name)
     #^^^^^^ blocking-call os.path.exists hint
    clock.sleep(1); pause(2)
   #^^^^^^^^^^^ blocking-call time.sleep warning
    #               ^^^^^ blocking-call time.sleep warning


async def not_called(name):
    return [clock.sleep, os.path.join(name, "a"), os.path.basename(name), clock.monotonic(), sh.ignore_patterns("*")]
