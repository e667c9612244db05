/**
 * Builds DOM nodes. A string becomes a text node and never markup, which is why this page needs
 * no escaping: whatever people and bots write is shown literally.
 */

/**
 * @param {string} name tag name
 * @param {Object<string, any>} attributes `onclick` style keys listen; `style` is a map of
 *   properties; `null`, `undefined` and `false` leave an attribute out; `true` sets it empty
 * @param {...(Node|string|null|undefined|false|Array)} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) set(node, key, value);
  node.append(...present(children));
  return node;
}

/** A button that does what `attributes.onclick` says; it never sends a form. */
export function button(attributes, ...children) {
  return element("button", { type: "button", ...attributes }, ...children);
}

function set(node, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
  else if (key === "style") setStyle(node, value);
  else node.setAttribute(key, value === true ? "" : value);
}

function setStyle(node, properties) {
  for (const [name, value] of Object.entries(properties)) node.style.setProperty(name, value);
}

function present(children) {
  return children.flat(Infinity).filter((child) => child || child === 0);
}

/** Text that only screen readers meet. */
export function unseen(text) {
  return element("span", { class: "unseen" }, text);
}

/** A name or title, isolated so that its writing direction changes nothing around it. */
export function isolated(text, attributes = {}) {
  return element("bdi", attributes, text);
}
