import asyncio
import os


async def read(path):
	def read_file():
		with open(path) as file:
			first = file.readline()
		return first

	first = await asyncio.to_thread(read_file)
	return first, os
