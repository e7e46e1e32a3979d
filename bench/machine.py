"""What the figures were measured on."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from engines import NODE_ENGINES, node_versions
from reading import pypdf_version


def machine() -> list[str]:
    """One line per fact."""
    load = f"; load when the run began {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    installed = node_versions()
    node = _said("node", "--version").lstrip("v")
    others = ", ".join(f"{name} {installed[name]}" for name in NODE_ENGINES if name in installed)
    pypdf = pypdf_version()
    return [
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()}{load}",
        f"{platform.python_implementation()} {platform.python_version()}: "
        + ", ".join(
            f"{name} {version(name)}" for name in ("kedraft", "docxtpl", "python-docx", "lxml", "Jinja2", "pydantic")
        )
        + (f", pypdf {pypdf}" if pypdf else ""),
        *([f"Node {node}: {others}"] if node and others else []),
    ]


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    if about.exists():
        for line in about.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _said(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=10).stdout.strip()
    except OSError:
        return ""
