/** The row of people at the top: whose eyes the page looks through. */

import { element, isolated } from "./elements.js";
import { link } from "./address.js";

/**
 * @param {HTMLElement} root
 * @param {ReturnType<import("./people.js").peopleOf>} people
 * @param {{as: number, chat: ?number}} view
 */
export function showSwitcher(root, people, { as, chat }) {
  const role = people.isInstructor(as) ? "instructor" : "student";
  root.replaceChildren(
    element("p", { class: "switcher-title" },
      "You are ", element("strong", {}, isolated(people.name(as))), element("span", { class: "role" }, role)),
    element("nav", { class: "faces", "aria-label": "Switch person" },
      element("ul", {}, people.users.map((user) => face(user, people, { as, chat })))));
}

function face(user, people, { as, chat }) {
  const there = link({ as: user.id, chat: counterpart(user, as, chat) });
  const attributes = { href: there, class: "face", "aria-current": user.id === as && "true" };
  return element("li", {},
    element("a", attributes,
      people.picture(user.id),
      isolated(people.shortName(user.id), { class: "face-name" }),
      people.isInstructor(user.id) && element("span", { class: "face-role" }, "instructor")));
}

/** Groups are shared, and everyone has a private chat with the bot: whoever looks sees their own. */
function counterpart(user, as, chat) {
  return chat === as ? user.id : chat;
}
