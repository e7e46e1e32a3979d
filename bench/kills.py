"""A batch that is killed at random moments: no broken file ever, and in the end the folder of an undisturbed run.

python bench/kills.py [ROUNDS]     50 rounds by default, SIGKILL and SIGINT, one process and two
"""

import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from batch import batch_files

#: So many communes: enough for a run to be killed in its middle.
COUNT = 300


def main(rounds: int) -> int:
    """Kills, looks, goes on; says what it found."""
    with tempfile.TemporaryDirectory(prefix="kedraft-kills-") as home:
        draft = batch_files(Path(home) / "draft", 10)
        began = time.perf_counter()
        if _command(draft, Path(home) / "whole", 1).wait():
            raise RuntimeError("the undisturbed run failed")
        length = time.perf_counter() - began
        whole = _files(Path(home) / "whole")
        print(f"an undisturbed run: {len(whole)} files, {length:.1f} s")
        broken, unequal, runs = 0, 0, 0
        out = Path(home) / "out"
        for at in range(rounds):
            number = (signal.SIGKILL, signal.SIGINT)[at % 2]
            _killed(draft, out, 1 + at // 2 % 2, number, random.uniform(0.2, length))
            standing = _files(out)
            broken += sum(not _is_whole(out / name) or data != whole.get(name) for name, data in standing.items())
            if len(standing) == len(whole) or at == rounds - 1:
                _command(draft, out, 1).wait()
                runs += 1
                unequal += _files(out) != whole or _hidden(out) != _hidden(Path(home) / "whole")
                out = Path(home) / f"out-{at}"
            print(
                f"kill {at + 1}: {len(standing)} files stand, {broken} broken so far; folders finished {runs}, unlike {unequal}"
            )
        print(
            f"{rounds} kills: {broken} broken files; {runs} folders finished afterwards, {unequal} unlike the undisturbed one"
        )
        return int(bool(broken or unequal))


def _command(draft: Path, out: Path, jobs: int) -> subprocess.Popen[bytes]:
    script = Path(__file__).parent / "batch.py"
    command = [sys.executable, str(script), "--run", str(draft), str(out), str(COUNT), str(jobs)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _killed(draft: Path, out: Path, jobs: int, number: signal.Signals, after: float) -> None:
    process = _command(draft, out, jobs)
    time.sleep(after)
    process.send_signal(number)
    process.wait(120)
    time.sleep(1.0 if jobs > 1 and number is signal.SIGKILL else 0)  # what it started ends by itself


def _files(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def _hidden(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name.startswith(".")}


def _is_whole(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as package:
            return package.testzip() is None
    except (OSError, zipfile.BadZipFile):
        return False


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
