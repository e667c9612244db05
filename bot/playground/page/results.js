/** A poll after the vote: shares, bars, ticks and crosses, and who chose what. */

import { element, isolated, unseen } from "./elements.js";
import { icon } from "./icons.js";
import { optionText, shown } from "./options.js";

/**
 * @param {import("./polls.js").Poll} poll
 * @param {Object} context `memory` and `people`
 */
export function results(poll, context) {
  const freshness = context.memory.drawn ? "" : "fresh";
  const rows = shown(poll).map(([option, index]) => result(poll, option, index, context));
  return element("ul", { class: `poll-results ${freshness}`, "aria-label": "Results" }, rows);
}

function result(poll, option, index, context) {
  const verdict = verdictOn(poll, index);
  const share = `${percentage(option.voter_count, poll.total_voter_count)}%`;
  return element("li", { class: `poll-result ${verdict.name}` },
    element("span", { class: "share" }, poll.revealed && share),
    element("span", { class: "verdict" }, verdict.icon && icon(verdict.icon)),
    optionText(option),
    verdict.words && unseen(`, ${verdict.words}`),
    poll.revealed && element("span", { class: "bar", style: { "--share": share }, "aria-hidden": "true" }),
    context.memory.named && voters(poll.voters_by_option?.[index] ?? [], context.people));
}

function percentage(votes, voters) {
  return voters ? Math.round((100 * votes) / voters) : 0;
}

/** What an option can turn out to be, said by colour, by a sign and in words. */
const VERDICTS = {
  hit: { name: "right", icon: "tick", words: "your answer, correct" },
  miss: { name: "wrong", icon: "cross", words: "your answer, wrong" },
  key: { name: "right", icon: "tick", words: "the correct answer" },
  mine: { name: "mine", icon: "tick", words: "your vote" },
  other: { name: "", icon: null, words: "" },
};

function verdictOn(poll, index) {
  const isMine = poll.voted.includes(index);
  const isKey = poll.correct_option_ids?.includes(index);
  if (isKey) return isMine ? VERDICTS.hit : VERDICTS.key;
  if (!isMine) return VERDICTS.other;
  return poll.revealed && poll.type === "quiz" ? VERDICTS.miss : VERDICTS.mine;
}

function voters(ids, people) {
  if (!ids.length) return null;
  const voter = (id) => element("span", { class: "voter" }, people.picture(id), isolated(people.shortName(id)));
  return element("span", { class: "voters" }, ids.map(voter));
}
