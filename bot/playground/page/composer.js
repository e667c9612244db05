/** Where messages are written: text and commands, with a file or in reply to a message. */

import { commandMenu } from "./commands.js";
import { button, element, unseen } from "./elements.js";
import { enclosure } from "./enclosure.js";
import { icon } from "./icons.js";

const TALLEST = 180;

/** What was typed and not yet sent, by the person and chat it was typed in. */
const drafts = new Map();

/**
 * @typedef {{text: string, file?: File, original?: Object}} Draft
 * @param {Object} options
 * @param {(draft: Draft) => Promise<boolean>} options.send resolves to whether it was accepted
 * @param {(message: Object) => string} options.nameOf the name of a message's sender
 * @param {string} options.place names the person and the chat, so that drafts stay apart
 */
export function composer({ send, nameOf, place }) {
  const field = element("textarea", {
    rows: "1", placeholder: "Message", "aria-label": "Message", dir: "auto", id: "message",
    autocomplete: "off", "aria-autocomplete": "list", "aria-controls": "commands",
    onkeydown: pressed, oninput: typed, onblur: () => menu.close(),
  });
  const menu = commandMenu(field, { send: (text) => post({ text }), write });
  const enclosed = enclosure({ nameOf, changed: settle });
  const picker = element("input", {
    type: "file", class: "unseen", tabindex: "-1", "aria-hidden": "true", onchange: picked,
  });
  const clip = tool("Attach a file", icon("clip"), () => picker.click());
  const slash = tool("Commands", element("span", { class: "slash", "aria-hidden": "true" }, "/"), openMenu);
  const sendButton = element("button", { class: "send", type: "submit", title: "Send" },
    icon("send"), unseen("Send"));
  const row = element("div", { class: "composer-row" }, clip, picker, slash, field, sendButton);
  const node = element("form", { class: "composer", onsubmit: submitted }, menu.list, enclosed.node, row);

  function submitted(event) {
    event.preventDefault();
    const draft = { text: field.value.trim(), ...enclosed.content() };
    if (draft.text || draft.file) post(draft);
  }

  /** Empties the field at once, and gives back what was refused unless something new stands there. */
  async function post(draft) {
    write("");
    enclosed.hold({});
    const isAccepted = await send(draft);
    if (isAccepted || field.value || enclosed.holdsAny()) return;
    const { text, ...enclosing } = draft;
    write(text);
    enclosed.hold(enclosing);
  }

  function write(text) {
    field.value = text;
    drafts.set(place, text);
    settle();
    field.focus();
  }

  function typed() {
    drafts.set(place, field.value);
    settle();
    menu.typed();
  }

  /** Lets the field be as tall as its text, and the button say whether there is anything to send. */
  function settle() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
    sendButton.disabled = !field.value.trim() && !enclosed.content().file;
  }

  function pressed(event) {
    if (menu.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) node.requestSubmit();
    else if (event.key === "Escape" && enclosed.holdsAny()) enclosed.hold({});
    else return;
    event.preventDefault();
  }

  function openMenu() {
    field.focus();
    menu.toggle();
  }

  function picked() {
    enclosed.hold({ file: picker.files[0] });
    picker.value = "";
    field.focus();
  }

  slash.hidden = true;
  field.value = drafts.get(place) ?? "";
  settle();
  return {
    node,
    focus: () => field.focus(),
    offer(commands) {
      menu.offer(commands);
      slash.hidden = !menu.hasAny();
    },
    replyTo(original) {
      enclosed.hold({ original });
      field.focus();
    },
  };
}

function tool(label, content, press) {
  return button({ class: "tool", title: label, onclick: press }, content, unseen(label));
}
