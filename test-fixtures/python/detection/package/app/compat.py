"""What the rest of the package imports from one place."""
import shutil as files
from os import stat as file_status
from time import sleep

wait = sleep
from .net import *
