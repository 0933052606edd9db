import os


async def read(path):
	with open(path) as file:
		first = file.readline()
	return first, os
