from tools import Fetch, Parse, fetch


async def handler(url):
    Fetch()(url)
#   ^^^^^^^ blocking-chain requests.get via requests.get (tools.py)
    fetch(url)
#   ^^^^^ blocking-chain requests.get via requests.get (tools.py)
    tool = Fetch()
    tool(url)
#   ^^^^ blocking-chain requests.get via requests.get (tools.py)
    Parse()(url)
    await Parse().later(url)
