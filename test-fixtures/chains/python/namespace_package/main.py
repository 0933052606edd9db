import company.net.http as http
from company.disk import load


async def handler(path):
    load(path)
#   ^^^^ blocking-chain time.sleep via time.sleep (company/disk.py)
    http.fetch(path)
#   ^^^^^^^^^^ blocking-chain requests.get via requests.get (company/net/http.py)
    http.parse(path)
