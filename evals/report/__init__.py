"""Reports: one HTML file for people, and a Markdown twin."""

from evals.report.content import Report, report_of
from evals.report.html import html_report
from evals.report.markdown import markdown_report

__all__ = ["Report", "html_report", "markdown_report", "report_of"]
