/**
 * The scrolled list of messages in one chat: order, days, runs by one sender, and where the
 * reader stands. What a single message looks like is not known here.
 */

import { button, element, unseen } from "./elements.js";
import { icon } from "./icons.js";
import { freshMemory } from "./polls.js";
import { messageNode } from "./messages.js";
import { day, machine, sameDay } from "./times.js";

const NEAR_THE_END = 80;
const RUN_SECONDS = 300;
const GAP = 8;
const GENTLY = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";

/**
 * @param {Object} context what {@link messageNode} needs; `about(message_id)` gives the actions
 *   that concern one message
 */
export function messageLog(context) {
  const messages = new Map();
  const nodes = new Map();
  const memories = new Map();
  const list = element("ol", { class: "log", "aria-label": "Messages", tabindex: "0" });
  const typing = element("li", { class: "typing", hidden: true }, unseen("is typing"), dots());
  const jumpButton = button({ class: "jump", title: "To the newest", hidden: true, onclick: () => toEnd(GENTLY) },
    icon("down"), unseen("To the newest message"));
  list.append(typing);
  let isAtEnd = true;
  list.addEventListener("scroll", () => { isAtEnd = jumpButton.hidden = isNearEnd(); });
  new ResizeObserver(() => isAtEnd && toEnd()).observe(list);

  const isNearEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_THE_END;

  function toEnd(behavior = "instant") {
    list.scrollTo({ top: list.scrollHeight, behavior });
  }

  function memoryOf(id) {
    if (!memories.has(id)) memories.set(id, freshMemory());
    return memories.get(id);
  }

  function draw(message) {
    const id = message.message_id;
    const local = { memory: memoryOf(id), redraw: () => put(messages.get(id)), jump };
    return messageNode(message, { ...context, ...context.about(id), ...local });
  }

  /** Adds messages or draws them anew, and keeps the reader where they were. */
  function put(...changed) {
    const wasNearEnd = isNearEnd();
    const added = changed.filter(({ message_id: id }) => !nodes.has(id));
    changed.forEach(place);
    arrange();
    if (wasNearEnd) follow(added.at(-1));
  }

  /** Shows what came last; of an answer taller than the screen, its beginning. */
  function follow(message) {
    const node = message && nodes.get(message.message_id);
    const isTall = node && !message.mine && node.offsetHeight > list.clientHeight;
    if (isTall) list.scrollTo({ top: node.offsetTop - GAP });
    else toEnd();
  }

  function place(message) {
    const old = nodes.get(message.message_id);
    const node = draw(message);
    messages.set(message.message_id, message);
    nodes.set(message.message_id, node);
    if (old) exchange(old, node);
    else list.insertBefore(node, successor(message.message_id));
  }

  function remove(id) {
    nodes.get(id)?.remove();
    nodes.delete(id);
    messages.delete(id);
    arrange();
  }

  function successor(id) {
    let next = null;
    for (const other of messages.keys()) if (other > id && (next === null || other < next)) next = other;
    return next === null ? typing : nodes.get(next);
  }

  /** Marks days and runs: they depend on neighbours, so they are settled after every change. */
  function arrange() {
    const ordered = [...messages.values()].sort((a, b) => a.message_id - b.message_id);
    ordered.forEach((message, index) => {
      const node = nodes.get(message.message_id);
      const before = ordered[index - 1];
      node.classList.toggle("starts-run", !sameRun(before, message));
      node.classList.toggle("ends-run", !sameRun(message, ordered[index + 1]));
      separate(node, message, before);
    });
  }

  function jump(id) {
    const node = nodes.get(id);
    node?.scrollIntoView({ block: "center", behavior: GENTLY });
    node?.classList.add("found");
    setTimeout(() => node?.classList.remove("found"), 1600);
  }

  return {
    node: element("div", { class: "log-frame", role: "log", "aria-live": "off" }, list, jumpButton),
    put,
    toEnd,
    get: (id) => messages.get(id),
    memoryOf,
    isEmpty: () => messages.size === 0,
    remove,
    ids: () => [...messages.keys()],
    showTyping(isTyping) {
      const wasNearEnd = isNearEnd();
      typing.hidden = !isTyping;
      if (isTyping && wasNearEnd) toEnd();
    },
  };
}

function sameRun(one, other) {
  if (!one || !other) return false;
  const isNear = other.date - one.date < RUN_SECONDS && sameDay(one.date, other.date);
  return isNear && one.from?.id === other.from?.id && !one.new_chat_members && !other.new_chat_members;
}

function separate(node, message, before) {
  const isNewDay = !before || !sameDay(before.date, message.date);
  node.querySelector(":scope > .day")?.remove();
  node.classList.toggle("starts-day", isNewDay);
  if (!isNewDay) return;
  node.prepend(element("p", { class: "day" },
    element("time", { datetime: machine(message.date) }, day(message.date))));
}

/** Puts a new drawing in an old one's place, with the focus where it was. */
function exchange(old, node) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(node);
  if (!focused) return;
  const candidates = [...node.querySelectorAll("[data-key]")];
  const same = candidates.find(({ dataset }) => dataset.key === focused.dataset.key);
  (same ?? node).focus({ preventScroll: true });
}

function dots() {
  return element("span", { class: "dots", "aria-hidden": "true" }, ["", "", ""].map(() => element("i")));
}
