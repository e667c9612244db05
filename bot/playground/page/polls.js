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

import { ballot } from "./ballots.js";
import { countdown } from "./countdown.js";
import { button, element, unseen } from "./elements.js";
import { formatted } from "./entities.js";
import { icon } from "./icons.js";
import { results } from "./results.js";

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
  return button({
    class: "lamp", "data-key": "lamp", title: "Explanation",
    "aria-expanded": String(memory.explained), onclick: toggle,
  }, icon("bulb"), unseen("Explanation"));
}

/** Whether this person's answer to a quiz is right; null where nothing was answered. */
export function wasRight(poll) {
  if (poll.type !== "quiz" || !poll.revealed || !poll.voted.length) return null;
  return poll.voted.every((index) => poll.correct_option_ids?.includes(index));
}

/** How a vote turned out, for ears. */
export function verdict(poll) {
  const isRight = wasRight(poll);
  if (isRight === null) return "Your vote was counted.";
  if (isRight) return `Correct. ${poll.explanation ?? ""}`;
  const answers = poll.correct_option_ids.map((index) => poll.options[index].text);
  return `Wrong. The answer is ${answers.join(", ")}. ${poll.explanation ?? ""}`;
}

function explanation(poll, { memory }) {
  if (!poll.explanation || !memory.explained) return null;
  return element("aside", { class: "explanation", "aria-label": "Explanation", dir: "auto" },
    icon("bulb"), element("p", {}, formatted(poll.explanation, poll.explanation_entities)));
}

function footer({ poll, chat }, context) {
  const hasOthers = chat.type !== "private";
  return element("footer", { class: "poll-footer" },
    element("span", { class: "poll-count" }, count(poll)),
    sendVote(poll, context),
    takeBack(poll, context),
    hasOthers && nameVoters(poll, context));
}

function count({ total_voter_count: total, type, revealed, voted }) {
  const noun = type === "quiz" ? "answer" : "vote";
  if (!total) return `No ${noun}s yet`;
  const isSealed = voted.length > 0 && !revealed;
  return `${total} ${noun}${total === 1 ? "" : "s"}${isSealed ? ", results at the end" : ""}`;
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
  return button({ class: "small-button", "data-key": key, ...attributes }, text);
}
