/** Where messages are written: text and commands, with a file or in reply to a message. */

import { size } from "./attachments.js";
import { commandMenu } from "./commands.js";
import { element, isolated, unseen } from "./elements.js";
import { icon } from "./icons.js";
import { summary } from "./messages.js";

const TALLEST = 180;

/** What was typed and not yet sent, by the person and chat it was typed in. */
const drafts = new Map();

/**
 * @typedef {{text: string, file: ?File, replyTo: ?number}} Draft either with a file or a reply
 * @param {{send: (draft: Draft) => Promise<boolean>, nameOf: (message: Object) => string,
 *           place: string}} options `send` resolves to whether the draft was accepted; what was refused stays in the field
 */
export function composer({ send, nameOf, place }) {
  let attached = null;
  let original = null;

  const field = element("textarea", {
    rows: "1", placeholder: "Message", "aria-label": "Message", dir: "auto", id: "message", autocomplete: "off",
    "aria-autocomplete": "list", "aria-controls": "commands",
    onkeydown: pressed, oninput: typed, onblur: () => menu.close(),
  });
  const menu = commandMenu(field, { send: (text) => submit({ text, file: null }), write });
  const picker = element("input", {
    type: "file", class: "unseen", tabindex: "-1", "aria-label": "Choose a file", onchange: picked,
  });
  const chip = element("div", { class: "chip", hidden: true });
  const commandsButton = tool("/", "Commands", () => { field.focus(); menu.toggle(); });
  commandsButton.classList.add("slash");
  const sendButton = element("button", { class: "send", type: "submit", title: "Send" }, icon("send"), unseen("Send"));
  const form = element("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); submit(draft()); } },
    menu.list, chip,
    element("div", { class: "composer-row" },
      tool(icon("clip"), "Attach a file", () => picker.click()), picker, commandsButton, field, sendButton));

  function draft() {
    return { text: field.value.trim(), file: attached };
  }

  async function submit({ text, file }) {
    if (!text && !file) return;
    const replyTo = original?.message_id ?? null;
    sendButton.setAttribute("aria-busy", "true");
    const isAccepted = await send({ text, file, replyTo });
    sendButton.removeAttribute("aria-busy");
    if (isAccepted) clear();
  }

  function clear() {
    attached = null;
    original = null;
    drawChip();
    write("");
  }

  function write(text) {
    field.value = text;
    drafts.set(place, text);
    grow();
    field.focus();
  }

  function typed() {
    drafts.set(place, field.value);
    grow();
    menu.typed();
  }

  function grow() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
    sendButton.disabled = !field.value.trim() && !attached;
  }

  function pressed(event) {
    if (menu.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) form.requestSubmit();
    else if (event.key === "Escape" && (attached || original)) cancel();
    else return;
    event.preventDefault();
  }

  function cancel() {
    attached = null;
    original = null;
    drawChip();
    grow();
    field.focus();
  }

  function picked() {
    attached = picker.files[0] ?? null;
    original = null;
    picker.value = "";
    drawChip();
    grow();
    field.focus();
  }

  function drawChip() {
    chip.hidden = !attached && !original;
    if (chip.hidden) return;
    const line = original
      ? chipLine("reply", nameOf(original), summary(original))
      : chipLine("clip", attached.name, size(attached.size));
    const drop = element("button", { class: "tool", type: "button", title: "Cancel", onclick: cancel },
      icon("cross"), unseen("Cancel"));
    chip.replaceChildren(line, drop);
  }

  field.value = drafts.get(place) ?? "";
  grow();
  return {
    node: form,
    focus: () => field.focus(),
    offer(commands) {
      menu.offer(commands);
      commandsButton.hidden = !menu.hasAny();
    },
    replyTo(message) {
      original = message;
      attached = null;
      drawChip();
      field.focus();
    },
  };
}

function tool(content, label, press) {
  const attributes = { class: "tool", type: "button", title: label, onclick: press };
  return element("button", attributes, typeof content === "string" ? hiddenSign(content) : content, unseen(label));
}

function hiddenSign(text) {
  return element("span", { "aria-hidden": "true" }, text);
}

function chipLine(name, head, text) {
  return element("p", { class: "chip-line" }, icon(name),
    isolated(head, { class: "chip-head" }), isolated(text, { class: "chip-text" }));
}
