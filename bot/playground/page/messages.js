/** One message as a bubble: who, what, when. Knows nothing of the messages around it. */

import { attachment } from "./attachments.js";
import { button, element, isolated, unseen } from "./elements.js";
import { formatted } from "./entities.js";
import { icon } from "./icons.js";
import { keyboard } from "./keyboards.js";
import { kind, pollNode } from "./polls.js";
import { clock, machine } from "./times.js";

/**
 * @param {import("./server.js").Message} message
 * @param {Object} context `people`, `memory`, `redraw`, and what can be done: `press`, `vote`,
 *   `retract`, `reply`, `jump` (to a message), `command`, `link`
 * @returns {HTMLElement} a list item
 */
export function messageNode(message, context) {
  const service = serviceText(message, context.people);
  if (service) return element("li", { class: "message service" }, element("p", { dir: "auto" }, service));
  return element("li", { class: `message ${message.mine ? "mine" : "theirs"}`, tabindex: "-1" },
    !message.mine && context.people.picture(message.from?.id),
    element("div", { class: "stack" }, bubble(message, context), keyboard(message.reply_markup, context)),
    replyButton(message, context));
}

function bubble(message, context) {
  const parts = [attachment(message), body(message, context), message.poll && pollNode(message, context)];
  const isKnown = parts.some(Boolean);
  return element("article", { class: `bubble ${shapeOf(message)}`, "aria-label": label(message, context) },
    sender(message, context),
    answered(message, context),
    isKnown ? parts : element("p", { class: "unknown" }, "This kind of message cannot be shown here."),
    stamp(message));
}

function shapeOf(message) {
  if (message.photo) return message.caption ? "pictured" : "pictured bare";
  return message.document && !message.caption ? "bare-file" : "";
}

function label(message, { people }) {
  return `${message.mine ? "You" : people.nameOfSender(message)}, ${clock(message.date)}`;
}

function sender(message, { people }) {
  const colour = { "--person": people.colour(message.from?.id) };
  const isAdministrator = people.isAdministrator(message.chat.id, message.from?.id);
  return element("p", { class: "sender", style: colour },
    isolated(people.nameOfSender(message)),
    isAdministrator && element("span", { class: "sender-role" }, "admin"));
}

function body(message, context) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const entities = message.entities ?? message.caption_entities;
  return element("div", { class: "text", dir: "auto" }, formatted(text, entities, context), roomForStamp(message));
}

/** Blank at the end of the last line, where the time stands. */
function roomForStamp({ edit_date: edited }) {
  return element("span", { class: `stamp-room ${edited ? "wide" : ""}`, "aria-hidden": "true" });
}

function answered({ reply_to_message: original, quote }, { people, jump }) {
  if (!original) return null;
  const style = { "--person": people.colour(original.from?.id) };
  return button({ class: "answered", style, onclick: () => jump(original.message_id) },
    unseen("In reply to "),
    isolated(people.nameOfSender(original), { class: "answered-name" }),
    element("span", { class: "answered-text", dir: "auto" }, quote?.text ?? summary(original)));
}

function stamp(message) {
  return element("p", { class: "stamp" },
    message.edit_date && element("span", {}, "edited "),
    element("time", { datetime: machine(message.date) }, clock(message.date)));
}

function replyButton(message, { reply }) {
  const answer = () => reply(message);
  return button({ class: "reply-button", title: "Reply", "data-key": "reply", onclick: answer },
    icon("reply"), unseen("Reply to this message"));
}

/** A message in one line, for the list of chats, for replies and for screen readers. */
export function summary(message) {
  if (message.poll) return `${kind(message.poll)}: ${message.poll.question}`;
  const words = message.text ?? message.caption;
  if (message.photo) return words ? `Photo: ${words}` : "Photo";
  if (message.document) return [message.document.file_name ?? "File", words].filter(Boolean).join(": ");
  return words ?? "Message";
}

/** What happened, where a message is no one's words: someone joined, a group was renamed. */
export function serviceText(message, people) {
  const names = (users) => users.map((user) => people.nameOfSender({ from: user })).join(", ");
  if (message.new_chat_members) return `${names(message.new_chat_members)} joined`;
  if (message.left_chat_member) return `${names([message.left_chat_member])} left`;
  if (message.new_chat_title) return `The group is now called ${message.new_chat_title}`;
  if (message.pinned_message) return `${people.nameOfSender(message)} pinned a message`;
  if (message.migrate_to_chat_id) return "The group was upgraded to a supergroup";
  if (message.migrate_from_chat_id) return "This supergroup continues a group";
  if (message.group_chat_created || message.supergroup_chat_created) return "The group was created";
  return null;
}
