/** The line above an open chat: what it is, who is in it, whether the bot is typing. */

import { link } from "./address.js";
import { title } from "./chats.js";
import { button, element, isolated, unseen } from "./elements.js";
import { icon } from "./icons.js";
import { showMembers } from "./members.js";

/**
 * @param {number} user who looks
 * @param {{id: number, type: string, title: string}} chat
 * @param {Object} people
 * @param {() => void} leave
 */
export function heading(user, chat, people, leave) {
  const group = people.groups.find(({ id }) => id === chat.id);
  const status = element("p", { class: "status" });
  const node = element("header", { class: "conversation-head" },
    element("a", { class: "tool back", href: link({ as: user }), title: "Back" },
      icon("back"), unseen("Back to the chats")),
    people.pictureOfChat(chat),
    element("div", { class: "conversation-title" }, element("h1", {}, isolated(title(chat, people))), status),
    group && membersButton(() => showMembers(group, people, leave)));

  function showTyping(isTyping) {
    status.classList.toggle("active", isTyping);
    status.textContent = isTyping ? "typing…" : group ? `${group.members.length} members` : "bot";
  }

  showTyping(false);
  return { node, showTyping };
}

function membersButton(show) {
  return button({ class: "tool", title: "Members", onclick: show },
    icon("people"), unseen("Members"));
}
