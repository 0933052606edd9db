"""Calls that wait or not by what they are given."""
import ftplib
import io
import json
import os
import pickle
import smtplib
from os import P_NOWAIT as AT_ONCE

import yaml

SETTINGS = "a: 1"


async def start(program, arguments, mode):
    os.spawnv(os.P_NOWAIT, program, arguments)
    os.spawnl(AT_ONCE, program, *arguments)
    os.spawnlp(os.P_NOWAITO, program, "a")
    os.spawnv(mode, program, arguments)
    os.spawnv(os.P_WAIT, program, arguments)
   #^^^^^^^^^ blocking-call os.spawnv warning


async def send(host, message):
    server = smtplib.SMTP()
    smtplib.SMTP_SSL(timeout=5)
    smtplib.SMTP("")
    ftplib.FTP()
    smtplib.SMTP(host)
   #^^^^^^^^^^^^ blocking-call smtplib.SMTP warning
    smtplib.SMTP(host="localhost")
   #^^^^^^^^^^^^ blocking-call smtplib.SMTP warning
    ftplib.FTP(host)
   #^^^^^^^^^^ blocking-call ftplib.FTP warning
    server.connect(host)
   #^^^^^^^^^^^^^^ blocking-call smtplib.SMTP#* warning
    server.send_message(message)
   #^^^^^^^^^^^^^^^^^^^ blocking-call smtplib.SMTP#* warning


async def parse(text: str, path, lines: list[str]):
    yaml.safe_load("a: 1")
    yaml.safe_load("a: 1\n" "b: 2\n")
    yaml.safe_load(text)
    yaml.safe_load(text.strip())
    yaml.safe_load(f"a: {text}")
    yaml.safe_load(SETTINGS)
    yaml.safe_load("\n".join(lines))
    yaml.load(text, Loader=yaml.SafeLoader)
    for line in lines:
        yaml.safe_load(stream=line)
    with open(path) as file:
    #    ^^^^ blocking-call builtins.open warning
        return yaml.safe_load(file)
        #      ^^^^^^^^^^^^^^ blocking-call yaml.safe_load warning


async def in_memory(data: bytes, value, path):
    buffer = io.BytesIO(data)
    yaml.safe_load(buffer)
    json.load(buffer)
    pickle.load(io.BytesIO(data))
    with io.StringIO() as text:
        json.dump(value, text)
        yaml.safe_dump(value, stream=text)
    yaml.safe_dump(value)
    yaml.dump(value, default_flow_style=False)
    with open(path, "w") as file:
    #    ^^^^ blocking-call builtins.open warning
        yaml.dump(value, file)
       #^^^^^^^^^ blocking-call yaml.dump warning
        json.dump(value, file)
       #^^^^^^^^^ blocking-call json.dump warning
        yaml.safe_dump(value, stream=file)
       #^^^^^^^^^^^^^^ blocking-call yaml.safe_dump warning
