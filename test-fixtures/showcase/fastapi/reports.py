import subprocess
import sys

COUNT = "import sys; print(len(sys.stdin.read().splitlines()))"


def daily_report(path):
    return count_lines(path.read_text(encoding="utf-8"))


def count_lines(text):
    done = subprocess.run([sys.executable, "-c", COUNT], input=text, capture_output=True, text=True, check=True)
    return int(done.stdout)
