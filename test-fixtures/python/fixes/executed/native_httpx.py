# httpx's own functions and clients become its asynchronous client.
# rewrites: 23
# native: AsyncClient
# native fixes: 17
# stalls: slow answers
import asyncio

import httpx

import support
import support_http

URL = support_http.serve()
support_http.warm_up(URL)


async def noted(value):
    await asyncio.sleep(0)
    return value


async def case_get():
    response = httpx.get(f"{URL}/slow", verify=False)
    return response.status_code, response.text


async def case_chain():
    return httpx.get(f"{URL}/json", params={"a": 1}, verify=False).json()["items"][1]


async def case_post():
    return httpx.post(
        f"{URL}/echo",
        json={"text": """several
lines"""},
        headers={"X-Given": "given"},
        timeout=httpx.Timeout(5, connect=1),
        verify=False,
    ).text


async def case_options():
    redirected = httpx.get(f"{URL}/redirect", follow_redirects=True, verify=False, trust_env=False)
    left = httpx.get(f"{URL}/redirect", verify=False)
    return redirected.text, left.status_code, left.headers["location"]


async def case_auth_and_cookies():
    return httpx.put(f"{URL}/echo", auth=("user", "word"), cookies={"a": "b"}, content=b"body", verify=False).text


async def case_request():
    if URL:
        return httpx.request("DELETE", f"{URL}/echo", verify=False).text


async def case_raises():
    try:
        httpx.get(f"{URL}/missing", verify=False).raise_for_status()
    except httpx.HTTPStatusError as error:
        return error.response.status_code, error.response.text


async def case_refused():
    try:
        httpx.get("http://127.0.0.1:1/", timeout=2, verify=False)
    except httpx.ConnectError as error:
        return type(error).__name__


async def case_timeout():
    try:
        return httpx.get(f"{URL}/slow", timeout=0.05, verify=False)
    except httpx.TimeoutException as error:
        return type(error).__name__


async def case_loop():
    found = []
    for path in ("/text", "/missing"):
        found.append(httpx.head(URL + path, verify=False).status_code)
    return found


async def case_client():
    with httpx.Client(base_url=URL, headers={"X-Given": "client"}, verify=False) as client:
        client.get("/cookie").raise_for_status()
        first = client.post("/echo", data={"a": "1"})
        return first.text, (await noted(client.get("/json", params={"b": 2}))).json(), dict(client.cookies)


async def case_client_in_loop():
    with httpx.Client(verify=False) as client:
        return [client.get(URL + path).status_code for path in ("/text", "/missing")]


async def case_client_streams():
    lines = []
    with httpx.Client(timeout=5, verify=False) as client:
        with client.stream("GET", f"{URL}/lines") as response:
            for line in response.iter_lines():
                if line.endswith("3"):
                    break
                lines.append(await noted(line))
        with client.stream("GET", f"{URL}/missing") as response:
            lines.append(response.status_code)
            response.read()
            lines.append(response.text)
    return lines


async def case_client_sends():
    with httpx.Client(verify=False) as client:
        request = client.build_request("PATCH", f"{URL}/echo", json=1)
        return client.send(request).text


async def case_client_closed():
    client = httpx.Client(verify=False)
    response = client.get(f"{URL}/slow")
    again = client.options(f"{URL}/echo").text
    client.close()
    return response.text, again


async def case_client_refused():
    try:
        with httpx.Client(verify=False) as client:
            return client.get("http://127.0.0.1:1/").text
    except httpx.TransportError as error:
        return type(error).__name__


if __name__ == "__main__":
    support.run(globals())
