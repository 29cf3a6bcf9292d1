"""Runs venv and pip, tells in plain lines how far they are, and in a sentence why they failed."""

import importlib.util
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

_NO_NETWORK = (
    "Name or service not known|name resolution|getaddrinfo failed|nodename nor servname|Network is unreachable"
    "|NewConnectionError|ConnectionError|ConnectTimeout|Read timed out|ProxyError|Connection (?:refused|reset)"
)
_ARRIVING = re.compile(
    r"\s*(?:Downloading|Using cached|Processing) (?:\S*/)?([^-/\s]+)-([^-\s]+)-\S+\.whl(?=\s)(?: \((\d[^)]*)\))?"
)
# What pip says, and what it means to the person who reads it; the first that fits.
_MEANINGS = {
    "No space left on device": "The disk is full: make about 1 GB of room and start again.",
    "DO NOT MATCH THE HASHES": "A package that arrived is not the one the lock names, so nothing of it was used.",
    _NO_NETWORK: "The packages could not be fetched, since nothing answers on the network: connect this once and "
    "start again. Afterwards Coach Journal needs no network.",
    "No matching distribution found for ([^ \n]+)": "There is no ready-made {0} for this machine and this version of "
    "Python: try Python 3.13 on a 64-bit system.",
}


def require_venv() -> None:
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    if Path("/etc/debian_version").exists():
        advice = f"install it with `{as_root()}apt-get install python3.{sys.version_info.minor}-venv`"
    else:
        advice = "install your system's package for venv and pip, or Python anew"
    raise SystemExit(f"This Python lacks the venv module that Coach Journal sets itself up with: {advice}.")


def as_root() -> str:
    return "sudo " if sys.platform != "win32" and os.geteuid() != 0 else ""


def install(lock: Path, folder: Path, python: Path) -> None:
    print(f"Preparing {folder}. This happens once, takes a minute or two, and needs the network.", flush=True)
    log = folder / "setup.log"
    if not python.exists():
        # The base Python, since the one in the folder may be the very one that runs now.
        base = getattr(sys, "_base_executable", None) or sys.executable
        _run([base, "-I", "-m", "venv", str(folder)], log)
    elif not any(folder.glob("[Ll]ib/**/site-packages/pip/__main__.py")):
        _run([str(python), "-I", "-m", "ensurepip"], log)
    options = ["--no-input", "--no-user", "--disable-pip-version-check", "--progress-bar", "off", "--retries", "2"]
    # The lock names everything. Left to look for more, pip before 24 takes the newest release of a package that another
    # asks for with an extra (coverage[toml]), finds no hash for it and gives up.
    options += ["--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(lock)]
    # Isolated, so that a PYTHONPATH or a user's own packages do not count as installed.
    _run([str(python), "-I", "-m", "pip", "install", *options], log)
    print("Ready.", flush=True)


def plain_lines(output: Iterable[str]) -> Iterator[str]:
    """From pip's output, a short line for each package and one for the rest."""
    for line in output:
        if found := _ARRIVING.match(line):
            name, version, size = found.groups()
            yield f"  {name.replace('_', '-')} {version}" + (f", {size}" if size else "")
        elif "Retrying (" in line:
            yield "  The network does not answer; trying again."
        elif line.startswith("Installing collected packages"):
            yield "  Everything is here; putting it in place."


def meaning(output: str) -> str:
    """What a failed run of venv or pip comes down to, in one sentence."""
    for pattern, sentence in _MEANINGS.items():
        if found := re.search(pattern, output):
            return sentence.format(*found.groups())
    errors = re.findall(r"^(?:ERROR|Error): *(.+)$", output, re.MULTILINE)
    return f"The packages could not be installed: {errors[-1] if errors else 'pip stopped without a word'}."


def _run(command: list[str], log: Path) -> None:
    import subprocess

    pipe = subprocess.PIPE
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    with process as running, log.open("w", encoding="utf-8") as kept:
        for line in plain_lines(_writing_down(running.stdout or (), kept)):
            print(line, flush=True)
    if process.returncode:
        raise SystemExit(f"{meaning(log.read_text(encoding='utf-8'))} What was tried is in {log}.")


def _writing_down(lines: Iterable[str], kept: TextIO) -> Iterator[str]:
    for line in lines:
        kept.write(line)
        yield line
