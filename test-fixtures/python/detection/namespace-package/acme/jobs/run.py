from acme.net import http
from acme.net.http import fetch
from acme.none import fetch as elsewhere


async def run():
    fetch("https://example.com")
#   ^^^^^ blocking-call requests.get
    http.fetch("https://example.com")
#   ^^^^^^^^^^ blocking-call requests.get
    elsewhere("https://example.com")
