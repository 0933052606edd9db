"""A script of the kind that imports everything."""
from shutil import *


async def clean(folder):
    rmtree(folder)
   #^^^^^^ blocking-call shutil.rmtree warning
    copy(folder, "/tmp")
   #^^^^ blocking-call shutil.copy warning
    open(folder)
   #^^^^ blocking-call builtins.open warning
    print(get_terminal_size())
    len(folder)


async def own(folder):
    def move(source):
        return source

    move(folder)
