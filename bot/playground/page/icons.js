/** The page's few icons: strokes on a grid of 24, drawn in the colour of the text around them. */

const NAMESPACE = "http://www.w3.org/2000/svg";

const STROKES = {
  back: "M15 5l-7 7 7 7",
  bulb: "M9 18h6M10 21h4M8.500 15c-1.500-1.200-2.500-3-2.500-5a6 6 0 0112 0c0 2-1 3.800-2.500 5z",
  clip: "M19 11.500l-7.300 7.300a4.600 4.600 0 01-6.500-6.500L12.800 4.700a3.100 3.100 0 014.400 4.400l-7.400 7.400a1.500 1.500 0 01-2.200-2.200l6.700-6.700",
  cross: "M6.500 6.500l11 11M17.500 6.500l-11 11",
  down: "M12 5v13M6 12.500l6 6 6-6",
  download: "M12 4v11M7 10.500l5 5 5-5M5 20h14",
  out: "M8 16L17 7M9.500 7H17v7.500",
  people: "M9 11a3.200 3.200 0 100-6.400A3.200 3.200 0 009 11zM3 19.500c0-3.300 2.700-5.500 6-5.500s6 2.200 6 5.500M16 5a3 3 0 010 5.800M17.500 14.300c2.100.7 3.500 2.600 3.500 5.200",
  reply: "M9 7l-5 5 5 5M4.500 12H14c3.500 0 6 2 6 6",
  send: "M12 19V5M6 11l6-6 6 6",
  tick: "M5 12.500l4.700 4.700L19 7.500",
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
