/** Who is in this world: names, colours, roles and the round pictures that stand for them. */

import { element } from "./elements.js";

/**
 * @param {import("./server.js").World} world
 */
export function peopleOf(world) {
  const known = new Map([world.bot, ...world.users].map((user) => [user.id, user]));
  const groups = world.chats.filter((chat) => chat.type !== "private");

  const find = (id) => known.get(id);
  const name = (id) => find(id)?.name ?? "Someone";
  const colour = (id) => find(id)?.color ?? "gray";

  return {
    bot: world.bot,
    users: world.users.filter((user) => !user.is_bot),
    groups,
    find,
    name,
    colour,
    /** The first word of a name, where room is short. */
    shortName: (id) => name(id).split(/\s+/, 1)[0],
    isAdministrator: (chat, id) =>
      groups.some((group) => group.id === chat && group.administrators.includes(id)),
    isInstructor: (id) => groups.some((chat) => chat.administrators.includes(id)),
    /** Whose names stand above bubbles: the Bot API's `from`, or a chat that speaks. */
    nameOfSender: (message) => senderName(message, find),
    /** @returns {HTMLElement} */
    picture: (id) => picture(name(id), colour(id)),
    pictureOfChat: (chat) =>
      chat.type === "private"
        ? picture(world.bot.name, world.bot.color)
        : picture(chat.title, "slategray"),
  };
}

function senderName({ from, sender_chat: chat }, find) {
  if (chat) return chat.title;
  return find(from?.id)?.name ?? [from?.first_name, from?.last_name].filter(Boolean).join(" ");
}

function picture(name, colour) {
  const attributes = { class: "picture", style: { "--person": colour }, "aria-hidden": "true" };
  return element("span", attributes, initials(name));
}

function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...word][0]).join("").toUpperCase();
}
