from named import Client, Named
from net import Session


async def handler(url, session: Session):
    session.get(url)
#   ^^^^^^^^^^^ blocking-call requests.Session#get warning
    Session().get(url)
#             ^^^ blocking-call requests.Session#get warning
    Named().post(url)
#           ^^^^ blocking-call requests.Session#post warning
    session.nothing(url)
