/** The open chat: keeps its heading, its messages and the field below them in step. */

import { composer } from "./composer.js";
import { deeds } from "./deeds.js";
import { button, element, isolated } from "./elements.js";
import { heading } from "./heading.js";
import { messageLog } from "./log.js";
import { announce } from "./notices.js";
import { summary } from "./messages.js";
import { verdict, wasRight } from "./polls.js";
import * as server from "./server.js";

const TYPING_MILLISECONDS = 5000;

/**
 * @param {HTMLElement} root
 * @param {Object} people
 * @param {number} user who looks
 * @param {{id: number, type: string, title: string}} chat
 * @param {{leave: () => void}} actions
 */
export function conversation(root, people, user, chat, { leave }) {
  const { say, send, about, follow } = deeds(user, chat.id, people.bot.username);
  const top = heading(user, chat, people, leave);
  const writer = composer({ send, nameOf: people.nameOfSender, place: `${user} ${chat.id}` });
  const log = messageLog({ people, about, command: say, link: follow, reply: writer.replyTo });
  const welcome = welcomeNode(people, () => say("/start"));
  const news = newsCounter();
  /** Polls that changed before the history that brings them had come. */
  const early = new Map();
  let typingTimer = null;

  root.dataset.kind = chat.type;
  root.replaceChildren(top.node, log.node, welcome, writer.node);

  function showTyping(isTyping) {
    clearTimeout(typingTimer);
    top.showTyping(isTyping);
    log.showTyping(isTyping);
    if (isTyping) typingTimer = setTimeout(() => showTyping(false), TYPING_MILLISECONDS);
  }

  /** An empty private chat has a button to begin it, and nothing else. */
  function offerStart() {
    const isNew = chat.type === "private" && log.isEmpty();
    const wasAsked = welcome.contains(document.activeElement);
    welcome.hidden = !isNew;
    log.node.hidden = isNew;
    writer.node.hidden = isNew;
    if (wasAsked && !isNew) writer.focus();
  }

  function receive(message) {
    news.count(message.message_id);
    const isNew = !log.get(message.message_id);
    if (message.poll) explainOwnVote(message);
    log.put(message);
    offerStart();
    if (!message.mine) showTyping(false);
    if (isNew) noticeArrival(message);
  }

  function noticeArrival(message) {
    if (message.mine) log.toEnd();
    else announce(`${people.nameOfSender(message)}: ${summary(message)}`);
    if (asksForReply(message)) writer.replyTo(message);
  }

  function asksForReply({ force_reply: isAsking, reply_to_message: original }) {
    return isAsking && (chat.type === "private" || original?.from?.id === user);
  }

  /** The explanation opens by itself for whoever has just answered. */
  function explainOwnVote({ message_id: id, poll }) {
    const before = log.get(id)?.poll;
    if (!before || before.voted.length || !poll.voted.length) return;
    log.memoryOf(id).explained = wasRight(poll) !== null;
    announce(verdict(poll));
  }

  function updatePoll(id, poll) {
    const message = log.get(id);
    if (message) receive({ ...message, poll });
    else early.set(id, poll);
  }

  function updateEarlyPolls() {
    const polls = [...early];
    early.clear();
    polls.filter(([id]) => log.get(id)).forEach(([id, poll]) => updatePoll(id, poll));
  }

  return {
    /** Shows the chat's history; again after a pause in the connection. */
    async load() {
      const [asked, before] = [news.now(), log.ids()];
      const { messages, commands } = await server.history(user, chat.id);
      const wasEmpty = log.isEmpty();
      const ids = new Set(messages.map(({ message_id: id }) => id));
      before.filter((id) => !ids.has(id)).forEach(log.remove);
      log.put(...messages.filter(({ message_id: id }) => !news.since(asked, id)));
      updateEarlyPolls();
      writer.offer(commands);
      offerStart();
      if (wasEmpty) log.toEnd();
    },
    receive,
    remove(id) {
      news.count(id);
      log.remove(id);
    },
    updatePoll,
    typing: () => showTyping(true),
    focus: () => (welcome.hidden ? writer.focus() : welcome.querySelector("button").focus()),
  };
}

/** Counts live events, because a history that was asked for before one must not undo it. */
function newsCounter() {
  const latest = new Map();
  let counted = 0;
  return {
    count: (id) => latest.set(id, (counted += 1)),
    now: () => counted,
    since: (moment, id) => latest.get(id) > moment,
  };
}

function welcomeNode(people, start) {
  return element("div", { class: "welcome", hidden: true },
    people.picture(people.bot.id),
    element("h2", {}, isolated(people.bot.name)),
    element("p", {}, "Nothing here yet. Press Start, and the bot says what it can do."),
    button({ class: "start", onclick: start }, "Start"));
}
