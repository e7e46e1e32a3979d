"""The commands, and how they end: exit codes and one sentence instead of a traceback."""

import sys
import traceback
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import typer

_HELP = (
    "Soạn kế hoạch của huyện, xã từ kế hoạch cấp trên, thành tệp Word theo Nghị định 30/2020/NĐ-CP.\n\n"
    "Thường dùng theo thứ tự: outline (xem kế hoạch cấp trên), new (tạo phiếu kế thừa), draft (soạn ra tệp Word), check (rà soát)."
)

#: Every command, in the order of the help: its file here holds `command`, or for a group of commands `app`.
_COMMANDS = (
    "import",
    "outline",
    "new",
    "draft",
    "check",
    "trace",
    "duties",
    "adapt",
    "batch",
    "localities",
    "rules",
    "clauses",
    "schema",
    "template",
    "units",
)

OK, FINDINGS, MISUSE = 0, 1, 2

# typer carries its own copy of the command-line library, whose classes it does not export; its base is reached from one that it does.
_UsageError: type[Any] = typer.BadParameter.__mro__[1]


def _app(names: Iterable[str]) -> typer.Typer:
    """The command line with these commands; the files of others are not imported."""
    app = typer.Typer(
        help=_HELP, add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
    )
    app.callback()(options)
    for name in names:
        module = import_module(f"kedraft.cli.{'import_' if name == 'import' else name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name)
        else:
            app.command(name)(module.command)
    return app


def options(
    debug: bool = typer.Option(False, "--debug", help="In chi tiết lỗi cho người phát triển."),
) -> None:
    """Options that every command shares."""
    _state["debug"] = debug


_state: dict[str, bool] = {"debug": False}


def run(argv: list[str]) -> int:
    """Runs one command line and gives its exit code; no exception leaves it."""
    called = argv[:1] if argv and argv[0] in _COMMANDS else _COMMANDS  # a run pays for its own command only
    try:
        result = _app(called)(args=argv, standalone_mode=False, prog_name="kedraft")
    except typer.Exit as error:
        return error.exit_code
    except _UsageError as error:
        print(_usage(error), file=sys.stdout if type(error).__name__ == "NoArgsIsHelpError" else sys.stderr)
        return MISUSE
    except (typer.Abort, KeyboardInterrupt):
        print("Đã dừng theo yêu cầu; không có tệp nào bị ghi dở.", file=sys.stderr)
        return MISUSE
    except BrokenPipeError:
        sys.stderr.close()
        return OK
    except Exception as error:
        from kedraft.errors import KedraftError  # loads pydantic: not for --help

        if isinstance(error, KedraftError):
            return _misused(error)
        if _state["debug"]:
            traceback.print_exc()
        else:
            print(
                f"kedraft gặp lỗi ngoài dự kiến ({type(error).__name__}: {error}). "
                "Hãy chạy lại với `kedraft --debug …` và gửi kết quả cho nhóm phát triển.",
                file=sys.stderr,
            )
        return MISUSE
    return result if isinstance(result, int) else OK


def _misused(error: Exception) -> int:
    from kedraft.cli.say import problems

    if _state["debug"]:
        traceback.print_exc()
    problems(error)
    return MISUSE


def _usage(error: Any) -> str:
    """The command-line library's own English sentences, in Vietnamese."""
    command = error.ctx.command_path if error.ctx else "kedraft"
    hint = f" Xem cách dùng: `{command} --help`."
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return str(error.format_message())
        case "NoSuchOption":
            near = f" Có phải là {', '.join(error.possibilities)}?" if error.possibilities else ""
            return f"Không có tùy chọn {error.option_name}.{near}{hint}"
        case "MissingParameter":
            return f"Thiếu {_parameter(error)}.{hint}"
        case "BadParameter":
            return f"Giá trị của {_parameter(error)} không hợp lệ.{hint}"
        case _ if "No such command" in error.message:
            word = error.message.split("'")[1] if "'" in error.message else ""
            return f"Không có lệnh “{word}”. Các lệnh: {', '.join(sorted(_COMMANDS))}."
        case _ if "extra argument" in error.message:
            return f"Thừa tham số.{hint}"
        case _:
            return f"Dùng sai lệnh: {error.format_message()}{hint}"


def _parameter(error: Any) -> str:
    param = error.param
    if param is None:
        return str(error.param_hint or "tham số")
    return str(param.opts[0] if param.param_type_name == "option" else param.metavar or param.name)
