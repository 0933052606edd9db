# fix: in a process
# fixes: 2
# A pool that is made before the start method is set has its own context: by spawn.
import asyncio
import compileall
import multiprocessing
import os
from collections import namedtuple

Result = namedtuple("Result", "path done")


class Site:
	async def build(self, folder):
		def compiles(path):
			done = compileall.compile_dir(path, quiet=1, legacy=True)
			return Result(path, bool(done))

		first = compiles(folder)
		return first, compiles(path=folder).done


async def main():
	os.mkdir("site")  # stays: the fixture's own
	with open("site/page.py", "w") as file:  # stays: the fixture's own
		file.write("x = 1\n")  # stays: the fixture's own
	print(await Site().build("site"))
	print(sorted(os.listdir("site")))  # stays: the fixture's own


if __name__ == "__main__":
	multiprocessing.set_start_method("spawn")
	asyncio.run(main())
	print(multiprocessing.get_start_method())
