"""One page for printing: every question with its source sentence marked in its paragraph.

It stands alone: no script, no request to anywhere, and a policy in the page that forbids both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from string import ascii_uppercase

from knowledge.articles.marks import place
from knowledge.models import Article, Citation, Question
from knowledge.questions.exchange.texts import plain

AROUND_LIMIT = 600
"""Characters shown before and after a quote, within its paragraph."""

_STYLE = """
:root{color-scheme:light dark}
body{font:16px/1.5 Georgia,serif;max-width:44em;margin:2em auto;padding:0 1em}
h1{font-size:1.6em}h2{font-size:1.1em;margin:0 0 .4em}
article{border-top:1px solid #999;padding:1em 0;break-inside:avoid}
ol{list-style:upper-alpha;margin:.4em 0}li.key{font-weight:bold}
.line{border-bottom:1px solid;height:1.8em;max-width:24em;margin:0 0 .8em}
.meta,cite{font-size:.85em;opacity:.75;font-style:normal}
blockquote{margin:.6em 0;padding-left:1em;border-left:3px solid #999}
mark{background:#ffe58a;color:#000}
@media print{body{margin:0;max-width:none;font-size:11pt}
mark{background:none;text-decoration:underline}}
"""
_LINE = '<p class="line"></p>'
"""Where an answer in words is written by hand."""
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
<p class="meta">{count}</p>
{questions}
</body>
</html>
"""


def write(
    questions: Iterable[Question], articles: Iterable[Article], *, title: str = "Questions"
) -> str:
    """Return the page; a quote is marked in its paragraph if its article is among ``articles``."""
    known = {article.id: article for article in articles}
    shown = [_question(number, each, known) for number, each in enumerate(questions, 1)]
    count = "1 question" if len(shown) == 1 else f"{len(shown):,} questions"
    return _PAGE.format(title=_html(title), style=_STYLE, count=count, questions="\n".join(shown))


def _question(number: int, question: Question, articles: Mapping[str, Article]) -> str:
    options = "".join(
        f'<li class="key">{_html(option)} ✓</li>'
        if n == question.key
        else f"<li>{_html(option)}</li>"
        for n, option in enumerate(question.options)
    )
    key = f"{ascii_uppercase[question.key]}: " if question.options else ""
    also = f" (also: {_html('; '.join(question.accept))})" if question.accept else ""
    parts = [
        f"<h2>{number}. {_html(question.stem)}</h2>",
        f'<p class="meta">{_html(question.title)}{" · draft" * (question.tier == "draft")}</p>',
        f"<ol>{options}</ol>" if options else _LINE,
        f"<p>Answer: {key}<strong>{_html(question.answer)}</strong>{also}</p>",
        f"<p>{_html(question.explanation)}</p>" if question.explanation else "",
        *(_citation(each, articles.get(each.article)) for each in question.citations),
    ]
    return f"<article>\n{chr(10).join(filter(None, parts))}\n</article>"


def _citation(citation: Citation, article: Article | None) -> str:
    where = [citation.title, citation.source, place(article, citation.start) if article else ""]
    told = _html(", ".join(filter(None, where)))
    before, after = _around(citation, article) if article else ("", "")
    marked = f"{_html(before)}<mark>{_html(citation.quote)}</mark>{_html(after)}"
    return f"<blockquote>{marked}<br><cite>{told}</cite></blockquote>"


def _around(citation: Citation, article: Article) -> tuple[str, str]:
    """Return the rest of the paragraph around the quote, if the quote is where it says."""
    text = article.text
    if text[citation.start : citation.end] != citation.quote:
        return "", ""
    start = text.rfind("\n", 0, citation.start) + 1
    end = text.find("\n", citation.end)
    before = text[max(start, citation.start - AROUND_LIMIT) : citation.start]
    after = text[citation.end : min(end if end >= 0 else len(text), citation.end + AROUND_LIMIT)]
    return before, after


def _html(text: str) -> str:
    lead = " " if text[:1].isspace() else ""
    trail = " " if text[-1:].isspace() and text.strip() else ""
    return lead + escape(plain(text)).replace("\n", "<br>") + trail
