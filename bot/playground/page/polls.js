/**
 * Polls and quizzes: options to vote for, then what became of it.
 *
 * @typedef {Object} Poll the Bot API's Poll, plus
 * @property {number[]} order the options' indexes as this person sees them, from top to bottom
 * @property {number[]} voted the options that this person chose
 * @property {boolean} revealed whether this person may see results
 * @property {number[][]} voters_by_option
 * @property {?number} closes_at seconds since 1970
 *
 * @typedef {{chosen: Set<number>, explained: boolean, named: boolean, drawn: boolean}} Memory
 *   what must survive when a poll is drawn anew: ticked boxes, opened parts
 */

import { countdown } from "./countdown.js";
import { element, isolated, unseen } from "./elements.js";
import { formatted } from "./entities.js";
import { icon } from "./icons.js";

/** @returns {Memory} */
export const freshMemory = () => ({ chosen: new Set(), explained: false, named: false, drawn: false });

/**
 * @param {import("./server.js").Message} message
 * @param {{people: Object, memory: Memory, redraw: () => void,
 *          vote: (options: number[]) => void, retract: () => void}} context
 * @returns {HTMLElement}
 */
export function pollNode(message, context) {
  const { poll } = message;
  const isBallot = !poll.is_closed && !poll.voted.length;
  const node = element("section", { class: "poll", "aria-label": kind(poll) },
    heading(message, context),
    isBallot ? ballot(poll, context) : results(poll, context),
    poll.revealed && explanation(poll, context),
    footer(message, context));
  context.memory.drawn ||= poll.revealed;
  return node;
}

/** "Anonymous quiz", "Poll", "Final results" */
export function kind(poll) {
  if (poll.is_closed) return "Final results";
  const noun = poll.type === "quiz" ? "quiz" : "poll";
  return poll.is_anonymous ? `Anonymous ${noun}` : noun[0].toUpperCase() + noun.slice(1);
}

function heading({ poll, date }, context) {
  const ticking = !poll.is_closed && poll.closes_at;
  return element("header", {},
    poll.description && element("p", { class: "poll-description", dir: "auto" },
      formatted(poll.description, poll.description_entities)),
    element("p", { class: "poll-question", dir: "auto" }, formatted(poll.question, poll.question_entities)),
    element("p", { class: "poll-kind" },
      element("span", {}, kind(poll)),
      ticking && countdown(date, poll.closes_at),
      lamp(poll, context)));
}

/** Opens and closes the explanation. */
function lamp(poll, { memory, redraw }) {
  if (!poll.revealed || !poll.explanation) return null;
  const toggle = () => { memory.explained = !memory.explained; redraw(); };
  return element("button", {
    type: "button", class: "lamp", "data-key": "lamp", title: "Explanation",
    "aria-expanded": String(memory.explained), onclick: toggle,
  }, icon("bulb"), unseen("Explanation"));
}

/** Each option with its index, in the order in which this person sees them. */
function shown({ options, order }) {
  return (order ?? options.map((_, index) => index)).map((index) => [options[index], index]);
}

/* Before the vote */

function ballot(poll, context) {
  const label = poll.allows_multiple_answers ? "Options, several may be chosen" : "Options";
  const rows = shown(poll).map(([option, index]) => element("li", {}, choice(poll, option, index, context)));
  return element("ul", { class: "poll-options", "aria-label": label, onkeydown: walk }, rows);
}

function choice(poll, option, index, context) {
  const several = poll.allows_multiple_answers;
  const isChosen = context.memory.chosen.has(index);
  return element("button", {
    type: "button", class: "poll-option", "data-key": `option ${index}`,
    role: several && "checkbox", "aria-checked": several && String(isChosen),
    onclick: (event) => several ? tickOff(index, context) : cast(event.currentTarget, index, context),
  },
  element("span", { class: `marker ${several ? "box" : ""}`, "aria-hidden": "true" }, isChosen && icon("tick")),
  element("span", { class: "poll-text", dir: "auto" }, formatted(option.text, option.text_entities)));
}

function tickOff(index, { memory, redraw }) {
  if (!memory.chosen.delete(index)) memory.chosen.add(index);
  redraw();
}

function cast(node, index, { vote }) {
  node.setAttribute("aria-busy", "true");
  vote([index]);
}

/** Up and down walk through the options, as they do in every list of this page. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const options = [...event.currentTarget.querySelectorAll(".poll-option")];
  const next = options[options.indexOf(document.activeElement) + step];
  next?.focus();
  event.preventDefault();
}

/* After the vote */

function results(poll, context) {
  const attributes = { class: `poll-results ${context.memory.drawn ? "" : "fresh"}`, "aria-label": "Results" };
  return element("ul", attributes, shown(poll).map(([option, index]) => result(poll, option, index, context)));
}

function result(poll, option, index, context) {
  const verdict = verdictOn(poll, index);
  const share = poll.total_voter_count ? Math.round((100 * option.voter_count) / poll.total_voter_count) : 0;
  const measured = poll.revealed && element("span", { class: "bar", style: { "--share": `${share}%` }, "aria-hidden": "true" });
  const words = element("span", { class: "poll-text", dir: "auto" }, formatted(option.text, option.text_entities));
  return element("li", { class: `poll-result ${verdict.name}` },
    element("span", { class: "share" }, poll.revealed && `${share}%`),
    element("span", { class: "verdict" }, verdict.icon && icon(verdict.icon)),
    words,
    verdict.words && unseen(`, ${verdict.words}`),
    measured,
    context.memory.named && voters(poll.voters_by_option?.[index] ?? [], context.people));
}

/** What an option turned out to be, said by colour, by a sign and in words. */
function verdictOn(poll, index) {
  const isMine = poll.voted.includes(index);
  const isRight = poll.correct_option_ids?.includes(index);
  if (isRight) return { name: "right", icon: "tick", words: isMine ? "your answer, correct" : "the correct answer" };
  if (isMine && poll.revealed && poll.type === "quiz") return { name: "wrong", icon: "cross", words: "your answer, wrong" };
  if (isMine) return { name: "mine", icon: "tick", words: "your vote" };
  return { name: "", icon: null, words: "" };
}

function voters(ids, people) {
  if (!ids.length) return null;
  const faces = ids.map((id) => element("span", { class: "voter" }, people.picture(id), isolated(people.shortName(id))));
  return element("span", { class: "voters" }, faces);
}

/** Whether this person's answer to a quiz is right; null where nothing was answered. */
export function wasRight(poll) {
  if (poll.type !== "quiz" || !poll.revealed || !poll.voted.length) return null;
  return poll.voted.every((index) => poll.correct_option_ids?.includes(index));
}

function explanation(poll, { memory }) {
  if (!poll.explanation || !memory.explained) return null;
  return element("aside", { class: "explanation", "aria-label": "Explanation", dir: "auto" },
    icon("bulb"), element("p", {}, formatted(poll.explanation, poll.explanation_entities)));
}

/* Below */

function footer({ poll, chat }, context) {
  const hasOthers = chat.type !== "private";
  return element("footer", { class: "poll-footer" },
    element("span", { class: "poll-count" }, count(poll), !poll.revealed && poll.voted.length > 0 && ", results at the end"),
    sendVote(poll, context),
    takeBack(poll, context),
    hasOthers && nameVoters(poll, context));
}

function count({ total_voter_count: total, type }) {
  const noun = type === "quiz" ? "answer" : "vote";
  if (!total) return `No ${noun}s yet`;
  return `${total} ${noun}${total === 1 ? "" : "s"}`;
}

function sendVote(poll, { memory, vote }) {
  if (!poll.allows_multiple_answers || poll.voted.length || poll.is_closed) return null;
  return small("Vote", "vote", { disabled: !memory.chosen.size, onclick: () => vote([...memory.chosen]) });
}

function takeBack(poll, { retract }) {
  const mayRevote = poll.allows_revoting ?? poll.type === "regular";
  if (!mayRevote || poll.is_closed || !poll.voted.length) return null;
  return small("Take back my vote", "retract", { onclick: retract });
}

function nameVoters(poll, { memory, redraw }) {
  if (poll.is_anonymous || !poll.revealed || !poll.total_voter_count) return null;
  const toggle = () => { memory.named = !memory.named; redraw(); };
  return small("Who voted", "who", { "aria-expanded": String(memory.named), onclick: toggle });
}

function small(text, key, attributes) {
  return element("button", { type: "button", class: "small-button", "data-key": key, ...attributes }, text);
}
