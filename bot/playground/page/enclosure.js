/** What goes along with the next message: a file, or the message it answers. Never both. */

import { size } from "./attachments.js";
import { button, element, isolated, unseen } from "./elements.js";
import { icon } from "./icons.js";
import { summary } from "./messages.js";

/**
 * @typedef {{file: ?File, original: ?Object}} Enclosed
 * @param {{nameOf: (message: Object) => string, changed: () => void}} options
 */
export function enclosure({ nameOf, changed }) {
  const node = element("div", { class: "chip" });
  let enclosed = {};

  /** @param {Enclosed} next */
  function hold(next) {
    enclosed = next;
    node.hidden = !holdsAny();
    node.replaceChildren(...(holdsAny() ? [line(), dropButton()] : []));
    changed();
  }

  const holdsAny = () => Boolean(enclosed.file || enclosed.original);

  function line() {
    const { file, original } = enclosed;
    const [sign, head, text] = original
      ? ["reply", nameOf(original), summary(original)]
      : ["clip", file.name, size(file.size)];
    return element("p", { class: "chip-line" }, icon(sign),
      isolated(head, { class: "chip-head" }), isolated(text, { class: "chip-text" }));
  }

  function dropButton() {
    return button({ class: "tool", title: "Cancel", onclick: () => hold({}) },
      icon("cross"), unseen("Cancel"));
  }

  node.hidden = true;
  return { node, hold, holdsAny, content: () => enclosed };
}
