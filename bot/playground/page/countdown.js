/** A ring that shrinks while time runs out, with the time that is left in figures. */

import { element } from "./elements.js";
import { shape } from "./icons.js";
import { remaining } from "./times.js";

const RADIUS = 9;
const LENGTH = 2 * Math.PI * RADIUS;
const TICK_MILLISECONDS = 200;
const HURRY_SECONDS = 5;

/**
 * @param {number} opensAt seconds since 1970
 * @param {number} closesAt seconds since 1970
 * @returns {HTMLElement} runs until it leaves the page
 */
export function countdown(opensAt, closesAt) {
  const hand = ring("ring-hand");
  const drawing = shape("svg", { viewBox: "0 0 24 24", class: "ring", "aria-hidden": "true" });
  drawing.append(ring("ring-track"), hand);
  const figures = element("span", {});
  const attributes = { class: "countdown", role: "timer", "aria-label": "Time left" };
  const node = element("span", attributes, figures, drawing);
  const draw = () => turn(node, hand, figures, closesAt - opensAt, closesAt);
  draw();
  const tick = () => (node.isConnected && draw() > 0) || clearInterval(timer);
  const timer = setInterval(tick, TICK_MILLISECONDS);
  return node;
}

function ring(name) {
  return shape("circle", { cx: 12, cy: 12, r: RADIUS, class: name, "stroke-dasharray": LENGTH });
}

/** @returns {number} the seconds that are left */
function turn(node, hand, figures, period, closesAt) {
  const left = Math.max(0, closesAt - Date.now() / 1000);
  const share = Math.min(1, left / Math.max(1, period));
  hand.setAttribute("stroke-dashoffset", LENGTH * (1 - share));
  node.classList.toggle("hurry", left <= HURRY_SECONDS);
  figures.textContent = remaining(Math.ceil(left));
  return left;
}
