/** Who is in a group: a dialog with names and roles, and the way out. */

import { button, element, isolated, unseen } from "./elements.js";
import { icon } from "./icons.js";

/**
 * @param {import("./server.js").Chat} group
 * @param {Object} people
 * @param {() => void} leave
 */
export function showMembers(group, people, leave) {
  const close = () => dialog.close();
  const closeAndLeave = () => { close(); leave(); };
  const attributes = { class: "members", onclose: () => dialog.remove(), "aria-label": group.title };
  const dialog = element("dialog", attributes,
    element("header", {},
      element("h2", {}, isolated(group.title)),
      button({ class: "tool", autofocus: true, onclick: close }, icon("cross"), unseen("Close"))),
    element("ul", {}, group.members.map((id) => member(id, group, people))),
    button({ class: "plain-button danger", onclick: closeAndLeave }, "Leave group"));
  document.body.append(dialog);
  dialog.showModal();
}

function member(id, { administrators }, people) {
  return element("li", {},
    people.picture(id), isolated(people.name(id), { class: "member-name" }),
    people.find(id)?.is_bot && element("span", { class: "role" }, "bot"),
    administrators.includes(id) && element("span", { class: "role" }, "administrator"));
}
