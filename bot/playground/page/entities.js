/**
 * Text and its entities as DOM nodes.
 *
 * Offsets count UTF-16 code units, which is also how JavaScript counts, so they index strings
 * as they are. Entities may nest; where they merely overlap, the inner one is cut in two.
 *
 * @typedef {{type: string, offset: number, length: number, url?: string, language?: string,
 *            user?: Object}} Entity
 * @typedef {{command: (text: string) => void, link: (address: URL) => boolean}} Actions
 *   `command` says a command that was pressed; `link` may take a link over by returning true
 */

import { button, element } from "./elements.js";
import { foldingQuote } from "./quotes.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  blockquote: "blockquote",
};

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** Addresses that may become links: all others stay text, whatever a bot says. */
const SAFE_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * @param {string} text
 * @param {Entity[]} [entities]
 * @param {Actions} [actions] without it, commands and links are shown but cannot be pressed
 * @returns {Node[]}
 */
export function formatted(text, entities = [], actions = null) {
  return pieces(text, 0, text.length, outermostFirst(entities), actions);
}

function outermostFirst(entities) {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

/** The nodes of `text[start:end]`; every entity in the sorted queue begins within it. */
function pieces(text, start, end, queue, actions) {
  const nodes = [];
  let position = start;
  let waiting = queue;
  while (waiting.length) {
    const [entity, ...rest] = waiting;
    const stop = Math.min(entity.offset + entity.length, end);
    const { inner, later } = divided(rest, stop);
    nodes.push(plain(text, position, entity.offset, nodes.at(-1)));
    const children = pieces(text, entity.offset, stop, inner, actions);
    nodes.push(decorated(entity, children, text.slice(entity.offset, stop), actions));
    position = stop;
    waiting = later;
  }
  nodes.push(plain(text, position, end, nodes.at(-1)));
  return nodes.filter(Boolean);
}

/** What lies before `stop` and what after it; an entity across it becomes one of each. */
function divided(entities, stop) {
  const inner = [];
  const later = [];
  for (const entity of entities) {
    const end = entity.offset + entity.length;
    if (entity.offset >= stop) later.push(entity);
    else inner.push({ ...entity, length: Math.min(end, stop) - entity.offset });
    if (entity.offset < stop && end > stop) {
      later.push({ ...entity, offset: stop, length: end - stop });
    }
  }
  return { inner, later: outermostFirst(later) };
}

/** Text between entities. A block begins its own line, so the line feed after it says nothing. */
function plain(text, start, end, previous) {
  let between = text.slice(start, end);
  if (previous?.dataset?.block && between.startsWith("\n")) between = between.slice(1);
  return between ? document.createTextNode(between) : null;
}

function decorated(entity, children, covered, actions) {
  const node = decoration(entity, children, covered, actions);
  if (BLOCKS.has(entity.type)) node.dataset.block = entity.type;
  return node;
}

function decoration(entity, children, covered, actions) {
  if (TAGS[entity.type]) return element(TAGS[entity.type], {}, children);
  switch (entity.type) {
    case "pre":
      return preformatted(entity.language, children);
    case "expandable_blockquote":
      return foldingQuote(children);
    case "spoiler":
      return spoiler(children);
    case "text_link":
      return anchor(entity.url, children, actions);
    case "url":
      return anchor(covered.includes("://") ? covered : `https://${covered}`, children, actions);
    case "email":
      return anchor(`mailto:${covered}`, children, actions);
    case "phone_number":
      return anchor(`tel:${covered}`, children, actions);
    case "bot_command":
      return command(covered, children, actions);
    case "mention":
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return mention(children);
    default:
      return element("span", {}, children);
  }
}

/** Reachable by keyboard, because long lines scroll sideways. */
function preformatted(language, children) {
  return element("pre", { "data-language": language, tabindex: "0" }, element("code", {}, children));
}

/** Hidden until pressed. */
function spoiler(children) {
  const show = () => {
    node.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  const node = element("span", {
    class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text, press to show",
    onclick: show,
    onkeydown: (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), show()),
  }, element("span", {}, children));
  return node;
}

/** Coloured like a link, and none. */
function mention(children) {
  return element("span", { class: "mention" }, children);
}

function anchor(address, children, actions) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!actions || !SAFE_SCHEMES.has(url?.protocol)) return mention(children);
  const follow = (event) => actions.link(url) && event.preventDefault();
  const attributes = { href: url.href, target: "_blank", rel: "noopener noreferrer", onclick: follow };
  return element("a", attributes, children);
}

function command(text, children, actions) {
  if (!actions) return mention(children);
  return button({ class: "command", onclick: () => actions.command(text) }, children);
}
