"""Running the rules: find them, apply them, sort what they say, honour what a person has overridden."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from kedraft.errors import KedraftError
from kedraft.lint.content import Content
from kedraft.lint.rule import Rule, S
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding, Findings, Severity
from kedraft.model.place import Location
from kedraft.model.plan import Plan
from kedraft.vietnamese.letters import lazily

#: The package that holds the rules. By name: `kedraft.lint.rules` is also the function below.
SHELF = "kedraft.lint.rules"

#: Ids of findings about the check itself.
CRASHED = "KH-RS-01"
IDLE_OVERRIDE = "KH-RS-02"

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


_ID = lazily(r"[A-Z]+[0-9]*(?:-[0-9A-Z]{2})?-[0-9]{2}")
#: What a rule's file says its subject is: `subject=Content,`.
_SUBJECT = re.compile(rb" subject=(\w+),\s*\n")


@cache
def rule_files() -> tuple[str, ...]:
    """Names of the modules on the shelf, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(importlib.import_module(SHELF).__path__)))


@cache
def rulebook() -> tuple[Rule[Any], ...]:
    """Every rule, by id. A rule is a file under `lint/rules/` that holds `RULE`; there is no list to keep."""
    return _by_id(rule_files())


def rules_for(subject: type[S]) -> tuple[Rule[S], ...]:
    """The rules that look at subjects of this type. Files that declare another subject are not even imported."""
    return tuple(rule for rule in _declaring(subject.__name__) if rule.subject is subject)


@cache
def _declaring(subject: str) -> tuple[Rule[Any], ...]:
    names = (name for name in rule_files() if subject in (_declared(name) or (subject,)))
    return tuple(sorted((one for name in names for one in _rules_in(name)), key=lambda rule: rule.id))


@cache
def _declared(name: str) -> tuple[str, ...]:
    """The subjects that a rule's file names, read without importing it; none where only importing will tell."""
    try:
        source = pkgutil.get_data(SHELF, f"{name}.py")
    except OSError:  # no source beside the compiled module
        return ()
    return tuple(found.decode() for found in _SUBJECT.findall(source or b""))


def _by_id(names: Iterable[str]) -> tuple[Rule[Any], ...]:
    return tuple(sorted(map(_rule_in, names), key=lambda rule: rule.id))


def _rule_in(name: str) -> Rule[Any]:
    return _rules_in(name)[0]


def _rules_in(name: str) -> tuple[Rule[Any], ...]:
    """What a file holds: `RULE`, and where the page itself must be read too, the same rule as `PAGE`."""
    module = importlib.import_module(f"{SHELF}.{name}")
    page = getattr(module, "PAGE", None)
    return (module.RULE,) if page is None else (module.RULE, page)


def rule(rule_id: str) -> Rule[Any]:
    """The rule with that id, in whatever case. Raises KedraftError when there is none."""
    wanted = as_rule_id(rule_id)
    found = _file_of(wanted)
    if found is None:
        raise KedraftError(f"Không có quy tắc mang mã '{rule_id}'; chạy kedraft rules để xem danh sách.")
    return _rule_in(found)


@cache
def _file_of(rule_id: str) -> str | None:
    """The module of the rule with that very id: files are named by their ids."""
    if not _ID.fullmatch(rule_id):
        return None
    start = f"{rule_id.lower().replace('-', '_')}_"
    return next((name for name in rule_files() if name.startswith(start)), None)


def manual(rule_id: str) -> str:
    """A rule's manual, as text. Raises KedraftError when there is no such rule."""
    one = rule(rule_id)
    ground = f"\n\nCăn cứ: {one.citation}" if one.citation else ""
    return f"{one.id} - {one.name}\n\n{one.manual}{ground}"


def check(
    draft: Draft | Plan,
    *,
    today: date | None = None,
    final: bool | None = None,
    chain: tuple[Plan, ...] = (),
    overrides: Mapping[str, str] | None = None,
) -> Findings:
    """What the rules find in a draft or a plan: sorted, the same each time. Never raises.

    `final`: the document is to be signed as it stands; unknown, a draft is not final, and a plan is when it shows its day of
    issue. `chain` are the plans above the parent. `overrides` (rule id: reason) default to those of the draft's spec.
    """
    content = content_of(draft, today=today, final=final, chain=chain)
    found = apply(rules_for(Content), content, decree=content.under_decree)
    if overrides is None:
        overrides = draft.spec.overrides if isinstance(draft, Draft) else {}
    return override(found, overrides)


def content_of(
    draft: Draft | Plan, *, today: date | None = None, final: bool | None = None, chain: tuple[Plan, ...] = ()
) -> Content:
    """The draft or plan as content rules see it."""
    if isinstance(draft, Draft):
        higher = chain or tuple(one.plan for one in draft.above)
        return Content(plan=draft.plan, draft=draft, chain=higher, today=today, final=bool(final))
    shown = draft.place_and_date.date
    return Content(
        plan=draft, chain=chain, today=today, final=bool(shown and len(shown) == 10) if final is None else final
    )


def apply(chosen: Iterable[Rule[S]], subject: S, *, decree: bool = True) -> Findings:
    """What these rules find in the subject, sorted. A rule that breaks becomes a finding. Without `decree`, own rules only."""
    found: set[Finding] = set()
    for one in chosen:
        if decree or one.citation is None:
            found.update(_safely(one, subject))
    return tuple(sorted(found, key=_order))


def _safely(one: Rule[S], subject: S) -> Iterator[Finding]:
    try:
        yield from one.findings(subject)
    except Exception as problem:  # a check never raises: what one rule cannot read must not hide what the others say
        yield Finding(
            rule=CRASHED,
            severity=Severity.WARNING,
            message=f"Quy tắc {one.id} ({one.name}) không chạy được trên văn bản này ({type(problem).__name__}: {problem}); "
            "các quy tắc khác vẫn được rà soát. Hãy kiểm tra nội dung này bằng mắt và báo lỗi cho nhóm phát triển.",
        )


def override(found: Findings, overrides: Mapping[str, str]) -> Findings:
    """The findings without those that a person overrode with a reason; an override that hides nothing is said so."""
    return tuple(sorted((*unhidden(found, overrides), *idle(found, overrides)), key=_order))


def unhidden(found: Iterable[Finding], overrides: Mapping[str, str]) -> Findings:
    """The findings, in their order, without those of the rules that a person overrode with a reason."""
    hidden = {as_rule_id(typed) for typed, reason in overrides.items() if reason.strip()}
    return tuple(finding for finding in found if finding.rule not in hidden or _file_of(finding.rule) is None)


def idle(found: Iterable[Finding], overrides: Mapping[str, str]) -> Findings:
    """What is said of the overrides that hide none of these findings. `found`: before anything was hidden."""
    rules = {finding.rule for finding in found}
    return tuple(
        _idle(typed, bool(reason.strip()))
        for typed, reason in overrides.items()
        if not reason.strip() or as_rule_id(typed) not in rules or _file_of(as_rule_id(typed)) is None
    )


def told_once(words: Findings, pages: Findings) -> Findings:
    """What was found in the words and on the pages of one document: an override is idle when it hides nothing in either, told once."""
    idle_on_pages = {finding.where.field for finding in pages if finding.rule == IDLE_OVERRIDE}
    kept = (one for one in words if one.rule != IDLE_OVERRIDE or one.where.field in idle_on_pages)
    return (*kept, *(one for one in pages if one.rule != IDLE_OVERRIDE))


def of_words(words: Findings) -> Findings:
    """What was found in the words when no pages are made: whether an override of a rule for pages is idle cannot be known."""
    return tuple(one for one in words if one.rule != IDLE_OVERRIDE or not _is_for_pages(one.where.field or ""))


def _is_for_pages(field: str) -> bool:
    """Whether `overrides.ID` names a rule that looks at pages, too."""
    name = _file_of(as_rule_id(field.partition(".")[2]))
    return name is not None and any(one.subject.__name__ != Content.__name__ for one in _rules_in(name))


def as_rule_id(typed: str) -> str:
    """A rule's id as it is written, in whatever case a person typed it."""
    return typed.strip().upper()


def _idle(typed: str, reasoned: bool) -> Finding:
    if not reasoned:
        return _said(typed, "chưa có lý do nên không được áp dụng; hãy ghi lý do bỏ qua")
    known = _file_of(as_rule_id(typed)) is not None
    why = "không che kết quả rà soát nào" if known else "không phải là mã của một quy tắc"
    return _said(typed, f"{why}; hãy xóa dòng đó hoặc sửa lại mã")


def _said(rule_id: str, what: str) -> Finding:
    return Finding(
        rule=IDLE_OVERRIDE,
        severity=Severity.INFO,
        message=f"Mục overrides nêu {rule_id} nhưng mã này {what}.",
        where=Location(field=f"overrides.{rule_id}"),
    )


def _order(finding: Finding) -> tuple[int, str, str, str]:
    return (_GRAVITY[finding.severity], finding.rule, str(finding.where), finding.message)
