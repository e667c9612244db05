/** The list of chats: newest first, each with its last line and how much of it is unread. */

import { link } from "./address.js";
import { button, element, isolated, unseen } from "./elements.js";
import { serviceText, summary } from "./messages.js";
import { brief, machine } from "./times.js";

/**
 * @param {HTMLElement} root a list
 * @param {ReturnType<import("./people.js").peopleOf>} people
 * @param {(chat: number) => void} join
 */
export function chatList(root, people, join) {
  let view = { as: null, chat: null };
  let chats = [];
  root.onkeydown = (event) => walk(root, event);

  function draw() {
    const focused = document.activeElement?.closest?.("[data-chat]")?.dataset.chat;
    const rows = chats.map((chat) => row(chat, view, people));
    root.replaceChildren(...rows, ...open(people, view, join));
    if (focused) focus(Number(focused));
  }

  function focus(chat) {
    const rows = root.querySelectorAll("[data-chat]");
    const wanted = root.querySelector(`[data-chat="${chat}"]`) ?? rows[0];
    wanted?.focus();
  }

  return {
    focus,
    find: (id) => chats.find((chat) => chat.id === id),
    /** Shows another person's chats, or the same with another one open. */
    show(newView, newChats = chats) {
      view = newView;
      chats = newChats.map((chat) => (chat.id === view.chat ? { ...chat, unread: 0 } : chat));
      draw();
    },
    /** A message came: its chat moves to the top. False when the chat is not in the list yet. */
    receive(message) {
      const chat = chats.find(({ id }) => id === message.chat.id);
      if (!chat) return false;
      const isSeen = message.mine || chat.id === view.chat;
      const newer = { ...chat, last: message, unread: isSeen ? 0 : chat.unread + 1 };
      chats = [newer, ...chats.filter((other) => other !== chat)];
      draw();
      return true;
    },
    /** A message that may be a chat's last one changed. */
    change(message) {
      const isLast = ({ id, last }) => id === message.chat.id && last?.message_id === message.message_id;
      chats = chats.map((chat) => (isLast(chat) ? { ...chat, last: message } : chat));
      draw();
    },
  };
}

function row(chat, { as, chat: current }, people) {
  const { last, unread } = chat;
  const attributes = {
    class: "chat-row", href: link({ as, chat: chat.id }), "data-chat": chat.id,
    "aria-current": chat.id === current && "page",
  };
  return element("li", {},
    element("a", attributes,
      people.pictureOfChat(chat),
      isolated(title(chat, people), { class: "chat-title" }),
      last && element("time", { class: "chat-time", datetime: machine(last.date) }, brief(last.date)),
      element("span", { class: "chat-last" }, lastLine(chat, people)),
      unread > 0 && badge(unread)));
}

/** A private chat is called after the one on its other side, the bot. */
export function title(chat, people) {
  return chat.type === "private" ? people.bot.name : chat.title;
}

function lastLine({ type, last }, people) {
  if (!last) return "Nothing here yet";
  const service = serviceText(last, people);
  if (service) return service;
  const line = isolated(summary(last));
  if (last.mine) return [element("span", { class: "who" }, "You: "), line];
  if (type === "private") return line;
  return [isolated(`${people.nameOfSender(last).split(" ", 1)[0]}: `, { class: "who" }), line];
}

function badge(unread) {
  return element("span", { class: "badge" }, String(unread), unseen(" unread"));
}

/** Groups that this person is not in, and may join. */
function open(people, { as }, join) {
  return people.groups.filter((group) => !group.members.includes(as)).map((group) =>
    element("li", { class: "open-group" },
      people.pictureOfChat(group),
      isolated(group.title, { class: "chat-title" }),
      button({ class: "small-button", onclick: () => join(group.id) }, "Join",
        unseen(` ${group.title}`))));
}

/** Arrow keys, Home and End move through the list. */
function walk(root, event) {
  const rows = [...root.querySelectorAll("[data-chat]")];
  const here = rows.indexOf(document.activeElement);
  const there = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (there === undefined) return;
  rows[there]?.focus();
  event.preventDefault();
}
