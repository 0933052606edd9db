import acme_sdk
import single_file
from acme_sdk import Client, connect
from elasticsearch import helpers


async def handler(names):
    client = Client("key")
    client.send("hello")
#   ^^^^^^^^^^^ blocking-chain requests.Session#request warning via _request (.venv/lib/python3.12/site-packages/acme_sdk/client.py), Session.request (.venv/lib/python3.12/site-packages/acme_sdk/client.py)
    connect().send("hello")
#             ^^^^ blocking-chain requests.Session#request warning via _request (.venv/lib/python3.12/site-packages/acme_sdk/client.py), Session.request (.venv/lib/python3.12/site-packages/acme_sdk/client.py)
    acme_sdk.version()
    single_file.wait()
#   ^^^^^^^^^^^^^^^^ blocking-chain time.sleep warning via time.sleep (.venv/lib/python3.12/site-packages/single_file.py)

    # What an option, an error or a setting decides, nobody knows from here.
    client.poll(block=False)
    client.close()
    client.trace("x")
    client.guess("x")

    # How much a package computes isn't judged.
    client.settle()

    # It is read once in a process.
    acme_sdk.settings()
#   ^^^^^^^^^^^^^^^^^ blocking-chain builtins.open hint via open (.venv/lib/python3.12/site-packages/acme_sdk/__init__.py)
    # Modules are loaded once.
    acme_sdk.plugin("json")
    helpers.unlisted()
    await client.send_later("hello")
