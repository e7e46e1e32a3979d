"""What tests of several folders share."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A law holds or not, however busy the machine is: no test measures time.
settings.register_profile("kedraft", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kedraft")

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def examples() -> Path:
    return EXAMPLES


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real plans beside the checkout; tests that need it are skipped visibly where it is not."""
    if not SEEDS.is_dir():
        pytest.skip("the real plans (../shared/seeds) are not on this machine")
    return SEEDS


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write the expected files of the examples anew; read them before committing",
    )


@pytest.fixture
def calls() -> Callable[[Callable[[], object]], int]:
    """How many calls some work makes: what grows with it, the same on every machine."""

    def counted(work: Callable[[], object]) -> int:
        number = 0

        def count(*_: object) -> None:
            nonlocal number
            number += 1

        sys.setprofile(count)
        try:
            work()
        finally:
            sys.setprofile(None)
        return number

    return counted
