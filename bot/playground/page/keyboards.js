/** The buttons that a bot puts below its message. */

import { element } from "./elements.js";
import { icon } from "./icons.js";
import { toast } from "./notices.js";

/**
 * @param {{inline_keyboard: Object[][]}} markup
 * @param {{press: (data: string) => Promise<void>, link: (address: URL) => boolean}} actions
 * @returns {?HTMLElement}
 */
export function keyboard(markup, actions) {
  if (!markup?.inline_keyboard?.length) return null;
  const rows = markup.inline_keyboard.map((row) =>
    element("div", { class: "keyboard-row" }, row.map((button) => key(button, actions))));
  return element("div", { class: "keyboard", role: "group", "aria-label": "Buttons of this message" }, rows);
}

function key(button, actions) {
  const attributes = { class: `key ${button.style ?? ""}`, "data-key": `key ${button.text}`, dir: "auto" };
  if (button.url && URL.canParse(button.url)) return linkKey(button, attributes, actions);
  const press = (event) => pressed(event.currentTarget, button, actions);
  const disabled = Boolean(button.disabled);
  return element("button", { ...attributes, type: "button", disabled, onclick: press }, button.text);
}

function linkKey(button, attributes, actions) {
  const url = new URL(button.url);
  const isWeb = ["http:", "https:"].includes(url.protocol);
  const follow = (event) => (actions.link(url) || !isWeb) && event.preventDefault();
  const target = { href: isWeb ? url.href : "#", target: "_blank", rel: "noopener noreferrer" };
  return element("a", { ...attributes, ...target, onclick: follow }, button.text, icon("out"));
}

async function pressed(node, button, actions) {
  if (button.copy_text) return copy(button.copy_text.text);
  if (!button.callback_data) return toast("The playground cannot do what this button asks.");
  node.setAttribute("aria-busy", "true");
  await actions.press(button.callback_data);
  node.removeAttribute("aria-busy");
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast("Copied.");
}
