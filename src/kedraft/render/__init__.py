"""Trình bày: a plan becomes a Word file. Đặt lời văn vào mẫu, không đổi một chữ."""

from kedraft.render.document import render
from kedraft.render.flow import flow
from kedraft.render.template import Template, compile_template, find_template, load_template, template_findings

__all__ = ["Template", "compile_template", "find_template", "flow", "load_template", "render", "template_findings"]
