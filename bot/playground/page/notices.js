/** What the page itself says: toasts, alerts, the state of the connection, news for screen readers. */

import { button, element } from "./elements.js";

const TOAST_MILLISECONDS = 4500;
const QUIET_MILLISECONDS = 700;

const place = (id) => document.getElementById(id);

/** A passing sentence. */
export function toast(text) {
  const node = element("p", { class: "toast", dir: "auto" }, text);
  place("toasts").append(node);
  setTimeout(() => node.remove(), TOAST_MILLISECONDS);
}

/** A sentence that waits until it is read. */
export function alert(text) {
  const close = () => dialog.close();
  const dialog = element("dialog", { class: "alert", onclose: () => dialog.remove() },
    element("p", { dir: "auto" }, text),
    button({ class: "plain-button", autofocus: true, onclick: close }, "OK"));
  document.body.append(dialog);
  dialog.showModal();
}

/** Shows what went wrong, in the server's words where it had some. */
export function failure(error) {
  toast(error.message);
}

/** Tells screen readers something that others see. */
export function announce(text) {
  place("announcer").append(element("p", {}, text));
  while (place("announcer").children.length > 5) place("announcer").firstChild.remove();
}

let waiting = null;

/** Says that the connection is lost, unless it comes back at once; and takes it back. */
export function connected(isConnected) {
  clearTimeout(waiting);
  if (isConnected) place("connection").replaceChildren();
  else waiting = setTimeout(showLostConnection, QUIET_MILLISECONDS);
}

function showLostConnection() {
  place("connection").replaceChildren(element("p", {}, "Connection lost. Trying again…"));
}
