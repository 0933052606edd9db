from urllib.request import urlopen

from .pool import pool_size as size
