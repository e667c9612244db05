/** The menu of a bot's commands: opened by its button, or by typing "/" and then narrowed. */

import { element } from "./elements.js";

/**
 * @param {HTMLTextAreaElement} field where commands are typed
 * @param {{send: (text: string) => void, write: (text: string) => void}} actions
 */
export function commandMenu(field, { send, write }) {
  const list = element("ul", {
    class: "command-menu", id: "commands", role: "listbox", "aria-label": "Commands", hidden: true,
  });
  let commands = [];
  let shown = [];
  let active = 0;

  function show(matching) {
    shown = matching;
    active = 0;
    draw();
  }

  function draw() {
    list.hidden = shown.length === 0;
    const rows = shown.map((command, index) => row(command, index === active, () => choose(command)));
    list.replaceChildren(...rows);
    const chosen = list.children[active];
    if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
    else field.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  }

  function choose({ command }) {
    show([]);
    send(`/${command}`);
  }

  function complete({ command }) {
    show([]);
    write(`/${command} `);
  }

  function move(step) {
    active = (active + step + shown.length) % shown.length;
    draw();
  }

  return {
    list,
    offer(newCommands) { commands = newCommands; },
    hasAny: () => commands.length > 0,
    close: () => show([]),
    toggle: () => show(shown.length ? [] : commands),
    /** Narrows the menu to what is typed so far. */
    typed() {
      const start = /^\/(\w*)$/.exec(field.value)?.[1].toLowerCase();
      show(start === undefined ? [] : commands.filter(({ command }) => command.startsWith(start)));
    },
    /** Lets the menu have a key first. @returns {boolean} whether it took it */
    key(event) {
      const act = shown.length && {
        ArrowDown: () => move(1),
        ArrowUp: () => move(-1),
        Enter: () => choose(shown[active]),
        Tab: () => complete(shown[active]),
        Escape: () => show([]),
      }[event.key];
      if (!act || event.shiftKey) return false;
      act();
      event.preventDefault();
      return true;
    },
  };
}

function row({ command, description }, isActive, choose) {
  return element("li", {
    id: `command-${command}`, role: "option", class: "command-row", "aria-selected": String(isActive),
    onclick: choose,
    onpointerdown: (event) => event.preventDefault(),
  },
  element("span", { class: "command-name" }, `/${command}`),
  element("span", { class: "command-description", dir: "auto" }, description));
}
