/** Quotations that show three lines and unfold when asked: the evidence below an answer. */

import { button, element } from "./elements.js";

/** Only a rendered quote knows whether it is longer than its three lines. */
const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => offerToggle(target)));

function offerToggle(body) {
  const quote = body.parentElement;
  if (!quote || quote.classList.contains("unfolded")) return;
  quote.classList.toggle("fits", body.scrollHeight <= body.clientHeight + 1);
}

/**
 * @param {Node[]} children
 * @returns {HTMLElement}
 */
export function foldingQuote(children) {
  const body = element("div", { class: "quote-body" }, children);
  const toggle = button({ class: "quote-toggle", "aria-expanded": "false" }, "Show all");
  const quote = element("blockquote", { class: "folding" }, body, toggle);
  toggle.addEventListener("click", () => fold(quote, toggle));
  body.addEventListener("click", () => unfoldFromText(quote, toggle));
  watcher.observe(body);
  return quote;
}

function fold(quote, toggle) {
  const isUnfolded = quote.classList.toggle("unfolded");
  toggle.setAttribute("aria-expanded", isUnfolded);
  toggle.textContent = isUnfolded ? "Show less" : "Show all";
}

/** A click on the text unfolds it too, unless the click was there to select some of it. */
function unfoldFromText(quote, toggle) {
  const isFolded = !quote.matches(".unfolded, .fits");
  if (isFolded && getSelection().isCollapsed) fold(quote, toggle);
}
