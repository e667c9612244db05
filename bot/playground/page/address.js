/** The address bar as the page's only state: `#as=<user>&chat=<chat>`, so any view can be linked. */

/** @returns {{as: ?number, chat: ?number}} */
export function current() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  return { as: number(parameters.get("as")), chat: number(parameters.get("chat")) };
}

function number(text) {
  return /^-?\d+$/.test(text ?? "") ? Number(text) : null;
}

/** A link to a view. */
export function link({ as, chat }) {
  return chat ? `#as=${as}&chat=${chat}` : `#as=${as}`;
}

/** Goes to a view, as a click on its link would. */
export function go(view) {
  location.hash = link(view);
}

/** Goes to a view without leaving a step in the browser's history. */
export function replace(view) {
  history.replaceState(null, "", link(view));
}

/** Calls `listener` with the view, whenever it changes. */
export function watch(listener) {
  addEventListener("hashchange", () => listener(current()));
}
