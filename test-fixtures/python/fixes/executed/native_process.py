# Commands by asyncio's own processes, where that is one to one.
# rewrites: 21
# native: create_subprocess
# native fixes: 18
# stalls: commands that take a while
import asyncio
import os
import subprocess
import sys
from subprocess import check_output

import support

HOME = {"PATH": os.environ["PATH"], "WORD": "given"}


async def case_result():
    done = subprocess.run([sys.executable, "-c", "print('out'); raise SystemExit(3)"], capture_output=True)
    if done.returncode:
        await asyncio.sleep(0)
    return done.returncode, done.stdout, done.stderr


async def case_checked():
    done = subprocess.run(["sh", "-c", "sleep 0.3; echo fine"], stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().strip()


async def case_fails():
    try:
        subprocess.run(["sh", "-c", "echo half; echo bad >&2; exit 4"], check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        return error.returncode, error.stdout, error.stderr, error.cmd, str(error)


async def case_dropped():
    subprocess.run(["true"])
    subprocess.run(["sh", "-c", "echo unseen"], capture_output=True)
    return subprocess.run(["false"]).returncode


async def case_member():
    return subprocess.run(["echo", "member"], capture_output=True).stdout[:3]


async def case_call():
    code = subprocess.call(["sh", "-c", "exit 5"], cwd="/")
    return code, subprocess.call(["true"])


async def case_check_call():
    subprocess.check_call(["true"])
    return subprocess.check_call(["sh", "-c", "exit 6"])


async def case_output():
    return check_output(["sh", "-c", "echo $WORD"], env=HOME).decode()


async def case_output_fails():
    try:
        text = subprocess.check_output(["sh", "-c", "echo half; exit 7"])
    except subprocess.CalledProcessError as error:
        text = error.output, error.stderr, str(error)
    return text


async def case_input():
    done = subprocess.run(["cat"], input=b"given", stdout=subprocess.PIPE)
    return done.stdout, done.stderr


async def case_streams():
    done = subprocess.run(["sh", "-c", "echo a; echo b >&2"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout, done.stderr


async def case_shell():
    return subprocess.check_output("echo $((1 + 1)); sleep 0.2", shell=True)


async def case_no_command():
    return subprocess.check_output(["no-such-command"])


async def case_starred():
    rest = ["-c", "echo starred"]
    found = subprocess.check_output(["sh", *rest])
    return found


async def case_much():
    done = subprocess.run([sys.executable, "-c", "print('x' * 300000)"], capture_output=True)
    return len(done.stdout)


async def case_text_stays():
    return subprocess.run(["echo", "text"], capture_output=True, text=True).stdout


async def case_result_leaves():
    async def run():
        return subprocess.run(["echo", "whole"], capture_output=True)

    return (await run()).stdout


if __name__ == "__main__":
    support.run(globals())
