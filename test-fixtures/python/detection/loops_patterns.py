"""Regular expressions that repeat a repetition, on texts that others send."""
import re

WORDS = re.compile(r"^(\w+\s?)*$")
SAFE = re.compile(r"^(?:[a-z]+-)*[a-z]+$")
VERBOSE = re.compile(r"^(\w+ \s?)*$", re.VERBOSE)


async def handler(request, text):
    if re.match(r"^(a+)+$", text):
#      ^^^^^^^^ heavy-loop heavy-loop information
        return "a"
    if WORDS.match(request.body):
#      ^^^^^^^^^^^ heavy-loop heavy-loop information
        return "words"
    re.sub(r"(\d+|\w+)*;", "", text)
#   ^^^^^^ heavy-loop heavy-loop information
    re.search(r"\A(?P<name>[a-z]+)*!\Z", text)
#   ^^^^^^^^^ heavy-loop heavy-loop information
    re.fullmatch("([a-z]+)*", text)
#   ^^^^^^^^^^^^ heavy-loop heavy-loop information
    re.match("([a-z]+)*", text)
    re.match(r"^(a+)+$", "aaaa")
    re.match(r"^(a+)++$", text)
    re.match(r"(?i)^(a+)+$", text)
    re.match(f"^({text}+)+$", text)
    re.match(r"^(a +)+$", text, re.X)
    SAFE.match(text)
    VERBOSE.match(text)
    re.sub(r"\s+$", "", text)
    request.match(r"^(a+)+$", text)
    return None


def synchronous(text):
    return WORDS.match(text)
