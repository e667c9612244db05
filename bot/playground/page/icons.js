/** The page's few icons: strokes on a grid of 24, drawn in the colour of the text around them. */

const NAMESPACE = "http://www.w3.org/2000/svg";

const STROKES = {
  back: "M15 5l-7 7 7 7",
  bulb: "M9 18h6M10 21h4M8.5 15c-1.5-1.2-2.5-3-2.5-5a6 6 0 0112 0c0 2-1 3.8-2.5 5z",
  clip: "M19 11.5l-7.3 7.3a4.6 4.6 0 01-6.5-6.5L12.8 4.7a3.1 3.1 0 014.4 4.4l-7.4 7.4a1.5 1.5 0 01-2.2-2.2l6.7-6.7",
  cross: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  down: "M12 5v13M6 12.5l6 6 6-6",
  download: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  out: "M8 16L17 7M9.5 7H17v7.5",
  people: "M9 11a3.2 3.2 0 100-6.4A3.2 3.2 0 009 11zM3 19.5c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5M16 5a3 3 0 010 5.8M17.5 14.3c2.1.7 3.5 2.6 3.5 5.2",
  reply: "M9 7l-5 5 5 5M4.5 12H14c3.5 0 6 2 6 6",
  send: "M12 19V5M6 11l6-6 6 6",
  tick: "M5 12.5l4.7 4.7L19 7.5",
};

/**
 * @param {keyof STROKES} name
 * @returns {SVGElement} hidden from screen readers: the words beside it say what it means
 */
export function icon(name) {
  const drawing = shape("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" });
  drawing.append(shape("path", { d: STROKES[name] }));
  return drawing;
}

/** An SVG node with attributes. */
export function shape(name, attributes) {
  const node = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}
