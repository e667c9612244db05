/** A poll before the vote: options that are buttons, one of which is pressed or several ticked. */

import { button, element } from "./elements.js";
import { icon } from "./icons.js";
import { optionText, shown } from "./options.js";

/**
 * @param {import("./polls.js").Poll} poll
 * @param {Object} context `memory`, `redraw` and `vote`
 */
export function ballot(poll, context) {
  const label = poll.allows_multiple_answers ? "Options, several may be chosen" : "Options";
  const rows = shown(poll).map(([option, index]) => element("li", {}, choice(poll, option, index, context)));
  return element("ul", { class: "poll-options", "aria-label": label, onkeydown: walk }, rows);
}

function choice(poll, option, index, context) {
  const several = poll.allows_multiple_answers;
  const isChosen = context.memory.chosen.has(index);
  return button({
    class: "poll-option", "data-key": `option ${index}`,
    role: several && "checkbox", "aria-checked": several && String(isChosen),
    onclick: (event) => several ? tickOff(index, context) : cast(event.currentTarget, index, context),
  },
  element("span", { class: `marker ${several ? "box" : ""}`, "aria-hidden": "true" }, isChosen && icon("tick")),
  optionText(option));
}

function tickOff(index, { memory, redraw }) {
  if (!memory.chosen.delete(index)) memory.chosen.add(index);
  redraw();
}

async function cast(node, index, { vote }) {
  node.setAttribute("aria-busy", "true");
  await vote([index]);
  node.removeAttribute("aria-busy");
}

/** Up and down walk through the options, as they do in every list of this page. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const options = [...event.currentTarget.querySelectorAll(".poll-option")];
  const next = options[options.indexOf(document.activeElement) + step];
  next?.focus();
  event.preventDefault();
}
