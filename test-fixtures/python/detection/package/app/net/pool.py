from os import cpu_count as pool_size
from os.path import getsize
