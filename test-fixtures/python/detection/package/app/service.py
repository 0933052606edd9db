"""Imports that lead through the package's own modules."""
import app.compat
import app.net.pool as pooled
from app import compat as absolute
from app.net.pool import getsize as absolute_size

from . import compat, net
from .compat import file_status, files, sleep as pause, urlopen, wait
from .missing import stat
from .net.pool import getsize, pool_size


async def serve(path):
    pause(1)
   #^^^^^ blocking-call time.sleep warning
    wait(1)
   #^^^^ blocking-call time.sleep warning
    file_status(path)
   #^^^^^^^^^^^ blocking-call os.stat hint
    files.rmtree(path)
   #^^^^^^^^^^^^ blocking-call shutil.rmtree warning
    compat.sleep(1)
   #^^^^^^^^^^^^ blocking-call time.sleep warning
    compat.files.copy(path, path)
   #^^^^^^^^^^^^^^^^^ blocking-call shutil.copy warning
    app.compat.sleep(1)
   #^^^^^^^^^^^^^^^^ blocking-call time.sleep warning
    absolute.sleep(1)
   #^^^^^^^^^^^^^^ blocking-call time.sleep warning
    absolute_size(path)
   #^^^^^^^^^^^^^ blocking-call os.path.getsize hint
    pooled.getsize(path)
   #^^^^^^^^^^^^^^ blocking-call os.path.getsize hint
    urlopen(path)
   #^^^^^^^ blocking-call urllib.request.urlopen warning
    net.urlopen(path)
   #^^^^^^^^^^^ blocking-call urllib.request.urlopen warning
    getsize(path)
   #^^^^^^^ blocking-call os.path.getsize hint
    pool_size()
    net.size()
    stat(path)
