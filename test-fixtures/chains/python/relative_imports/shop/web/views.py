from . import local
from .. import net
from ..net import fetch as get
from .local import fetch
from ...outside import fetch as nowhere


async def view(url):
    local.fetch(url)
    fetch(url)
    net.fetch(url)
#   ^^^^^^^^^ blocking-chain requests.get via requests.get (shop/net.py)
    get(url)
#   ^^^ blocking-chain requests.get via requests.get (shop/net.py)
    nowhere(url)
