from .. import compat
from ..compat import sleep
from . import urlopen
from .pool import getsize


async def load(path):
    sleep(1)
   #^^^^^ blocking-call time.sleep warning
    compat.wait(1)
   #^^^^^^^^^^^ blocking-call time.sleep warning
    urlopen(path)
   #^^^^^^^ blocking-call urllib.request.urlopen warning
    getsize(path)
   #^^^^^^^ blocking-call os.path.getsize hint
