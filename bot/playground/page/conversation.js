/** The open chat: its header, its messages, and what one person can do in it. */

import * as address from "./address.js";
import { base64 } from "./attachments.js";
import { title } from "./chats.js";
import { composer } from "./composer.js";
import { element, isolated, unseen } from "./elements.js";
import { icon } from "./icons.js";
import { messageLog } from "./log.js";
import { showMembers } from "./members.js";
import { announce, failure } from "./notices.js";
import { summary } from "./messages.js";
import { wasRight } from "./polls.js";
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
  const act = (what, details) => server.act(user, what, { chat: chat.id, ...details }).catch(failure);
  const say = (text) => act("say", { text });
  const writer = composer({ send, nameOf: people.nameOfSender, place: `${user} ${chat.id}` });
  const log = messageLog({ people, ...messageActions() });
  const status = element("p", { class: "status" });
  const welcome = welcomeNode(people, () => say("/start"));
  let typingTimer = null;

  root.dataset.kind = chat.type;
  root.replaceChildren(head(), log.node, welcome, writer.node);
  showStatus(false);

  function messageActions() {
    return {
      reply: (message) => writer.replyTo(message),
      command: say,
      link: followHere,
      about: (message_id) => ({
        press: (data) => act("press", { message_id, data }),
        vote: (options) => act("vote", { message_id, options }),
        retract: () => act("retract", { message_id }),
      }),
    };
  }

  /** Links to the bot itself ("…/thebot?start=word") lead to the private chat, not out of the page. */
  function followHere(url) {
    const isOurs = url.hostname === "t.me" && url.pathname.slice(1) === people.bot.username;
    if (!isOurs) return false;
    const word = url.searchParams.get("start");
    const text = word ? `/start ${word}` : "/start";
    server.act(user, "say", { chat: user, text }).then(() => address.go({ as: user, chat: user }), failure);
    return true;
  }

  async function send({ text, file, replyTo }) {
    const sent = file ? await upload(file, text) : await act("say", { text, reply_to: replyTo });
    return Boolean(sent);
  }

  async function upload(file, caption) {
    const content_base64 = await base64(file).catch(failure);
    return content_base64 && act("upload", { name: file.name, content_base64, caption });
  }

  function head() {
    const back = address.link({ as: user });
    return element("header", { class: "conversation-head" },
      element("a", { class: "tool back", href: back, title: "Back" }, icon("back"), unseen("Back to the chats")),
      people.pictureOfChat(chat),
      element("div", { class: "conversation-title" }, element("h1", {}, isolated(title(chat, people))), status),
      chat.type !== "private" && membersButton());
  }

  function membersButton() {
    const group = people.groups.find(({ id }) => id === chat.id);
    if (!group) return null;
    return element("button", { class: "tool", type: "button", title: "Members", onclick: () => showMembers(group, people, leave) },
      icon("people"), unseen("Members"));
  }

  function showStatus(isTyping) {
    clearTimeout(typingTimer);
    log.showTyping(isTyping);
    status.classList.toggle("active", isTyping);
    status.textContent = isTyping ? "typing…" : restingStatus(chat, people);
    if (isTyping) typingTimer = setTimeout(() => showStatus(false), TYPING_MILLISECONDS);
  }

  function offerStart() {
    const isNew = chat.type === "private" && log.isEmpty();
    const wasAsked = welcome.contains(document.activeElement);
    welcome.hidden = !isNew;
    log.node.hidden = isNew;
    writer.node.hidden = isNew;
    if (wasAsked && !isNew) writer.focus();
  }

  function explainOwnVote(message) {
    const before = log.get(message.message_id)?.poll;
    if (!before || before.voted.length || !message.poll.voted.length) return;
    log.memoryOf(message.message_id).explained = wasRight(message.poll) !== null;
    announce(verdict(message.poll));
  }

  function receive(message) {
    const isNew = !log.get(message.message_id);
    if (message.poll) explainOwnVote(message);
    log.put(message);
    offerStart();
    if (!message.mine) showStatus(false);
    if (isNew && message.mine) log.toEnd();
    if (isNew && !message.mine) announce(`${people.nameOfSender(message)}: ${summary(message)}`);
    if (isNew && asksForReply(message)) writer.replyTo(message);
  }

  function asksForReply({ force_reply: isAsking, reply_to_message: original }) {
    return isAsking && (chat.type === "private" || original?.from?.id === user);
  }

  return {
    /** Shows the chat's history; again after a pause in the connection. */
    async load() {
      const { messages, commands } = await server.history(user, chat.id);
      const wasEmpty = log.isEmpty();
      log.keepOnly(new Set(messages.map(({ message_id: id }) => id)));
      log.put(...messages);
      writer.offer(commands);
      offerStart();
      if (wasEmpty) log.toEnd();
    },
    receive,
    remove: log.remove,
    updatePoll(id, poll) {
      const message = log.get(id);
      if (message) receive({ ...message, poll });
    },
    typing: () => showStatus(true),
    focus: () => (welcome.hidden ? writer.focus() : welcome.querySelector("button").focus()),
  };
}

function restingStatus(chat, people) {
  if (chat.type === "private") return "bot";
  const group = people.groups.find(({ id }) => id === chat.id);
  return group ? `${group.members.length} members` : "group";
}

function welcomeNode(people, start) {
  return element("div", { class: "welcome", hidden: true },
    people.picture(people.bot.id),
    element("h2", {}, isolated(people.bot.name)),
    element("p", {}, "Nothing here yet. Press Start, and the bot says what it can do."),
    element("button", { class: "start", type: "button", onclick: start }, "Start"));
}

/** How an answer to a quiz turned out, for ears. */
function verdict(poll) {
  const isRight = wasRight(poll);
  if (isRight === null) return "Your vote was counted.";
  if (isRight) return `Correct. ${poll.explanation ?? ""}`;
  const answers = poll.correct_option_ids.map((index) => poll.options[index].text);
  return `Wrong. The answer is ${answers.join(", ")}. ${poll.explanation ?? ""}`;
}
