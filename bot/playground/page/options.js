/** The options of a poll: their order, which may differ from person to person, and their text. */

import { element } from "./elements.js";
import { formatted } from "./entities.js";

/** Each option with its index, in the order in which this person sees them. */
export function shown({ options, order }) {
  return (order ?? options.map((_, index) => index)).map((index) => [options[index], index]);
}

export function optionText(option) {
  return element("span", { class: "poll-text", dir: "auto" }, formatted(option.text, option.text_entities));
}
