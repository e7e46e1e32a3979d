"""Trình bày: a plan becomes a Word file. Đặt lời văn vào mẫu, không đổi một chữ."""

from kedraft.rendering.document import render
from kedraft.rendering.flow import flow
from kedraft.rendering.template import Template, compile_template, template_findings

__all__ = ["Template", "compile_template", "flow", "render", "template_findings"]
