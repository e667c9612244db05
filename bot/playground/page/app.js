/** Where the page's parts meet: the address says who looks at what, live events keep it true. */

import * as address from "./address.js";
import { chatList } from "./chats.js";
import { conversation } from "./conversation.js";
import { element } from "./elements.js";
import { follow } from "./live.js";
import { alert, connected, failure, toast } from "./notices.js";
import { peopleOf } from "./people.js";
import * as server from "./server.js";
import { showSwitcher } from "./switcher.js";

const app = document.getElementById("app");
const roots = {
  switcher: document.getElementById("switcher"),
  chats: document.getElementById("chats"),
  conversation: document.getElementById("conversation"),
};
const isWide = matchMedia("(min-width: 721px)");

let people = null;
let list = null;
let view = { as: null, chat: null };
let open = null;
let unfollow = () => {};

async function start() {
  await meetPeople();
  address.watch((next) => show(next).catch(failure));
  document.addEventListener("keydown", goBack);
  roots.chats.addEventListener("click", returnToOpenChat);
  await show(address.current());
}

async function meetPeople() {
  people = peopleOf(await server.world());
  list = chatList(roots.chats, people, join);
}

/** Fills in what an address leaves open: a student, and on a wide page the chat with the bot. */
function completed({ as, chat }) {
  const isKnown = people.users.some(({ id }) => id === as);
  const user = isKnown ? as : (people.users.find(({ id }) => !people.isInstructor(id)) ?? people.users[0]).id;
  const atFirst = view.as === null && isWide.matches ? user : null;
  return { as: user, chat: isKnown ? chat ?? atFirst : atFirst };
}

async function show(wanted) {
  const next = completed(wanted);
  const isOther = next.as !== view.as;
  const left = view.chat;
  view = next;
  address.replace(view);
  if (isOther) await enter();
  else list.show(view);
  if (view !== next) return;
  await showChat(isOther, left);
}

/** Becomes another person. */
async function enter() {
  const user = view.as;
  unfollow();
  await listen(user);
  await refreshChats();
}

/** Resolves when the connection stands (or failed once), so that nothing falls between it and the history. */
function listen(user) {
  return new Promise((resolve) => {
    const state = (isOpen, isFirst) => {
      stateChanged(isOpen, isFirst);
      resolve();
    };
    unfollow = follow(user, { event: react, state });
  });
}

async function refreshChats() {
  const { as } = view;
  const { chats } = await server.chats(as);
  if (as === view.as) list.show(view, chats);
}

async function showChat(isOtherPerson, left) {
  const chat = view.chat && list.find(view.chat);
  app.dataset.pane = chat ? "conversation" : "chats";
  showSwitcher(roots.switcher, people, view);
  leaveOpenChat();
  if (!chat) return showNoChat(isOtherPerson, left);
  document.title = `${chat.type === "private" ? people.bot.name : chat.title} · Gobbet playground`;
  const shown = conversation(roots.conversation, people, view.as, chat, { leave: () => leave(chat.id) });
  open = shown;
  await shown.load();
  if (open === shown && matchMedia("(hover: hover)").matches) shown.focus();
}

/** Reading a chat once more tells the server that what came meanwhile was seen. */
function leaveOpenChat() {
  open?.load().catch(() => {}); // a group that was left or moved need not be marked as read
  open = null;
}

function showNoChat(isOtherPerson, left) {
  document.title = "Gobbet playground";
  roots.conversation.replaceChildren(element("p", { class: "no-chat" }, "Choose a chat"));
  if (!isOtherPerson && left) list.focus(left);
}

function goBack(event) {
  const isFree = event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]");
  if (isFree && view.chat) address.go({ as: view.as });
}

/** Choosing the chat that is open already changes no address, but leads into it all the same. */
function returnToOpenChat({ target }) {
  const row = target.closest("[data-chat]");
  if (row && isHere(Number(row.dataset.chat))) open?.focus();
}

/* What happens elsewhere */

function stateChanged(isOpen, isFirst) {
  connected(isOpen);
  if (isOpen && !isFirst) catchUp().catch(failure);
}

async function catchUp() {
  await refreshChats();
  await open?.load();
}

const REACTIONS = {
  message: ({ message }) => arrived(message),
  edited({ message }) {
    list.change(message);
    if (isHere(message.chat.id)) open?.receive(message);
  },
  deleted({ chat, message_id }) {
    if (isHere(chat)) open?.remove(message_id);
    refreshChats().catch(failure);
  },
  poll: ({ chat, message_id, poll }) => isHere(chat) && open?.updatePoll(message_id, poll),
  toast: ({ text, alert: isAlert }) => text && (isAlert ? alert(text) : toast(text)),
  typing: ({ chat }) => isHere(chat) && open?.typing(),
  commands: () => open?.load().catch(failure),
};

function react(event) {
  REACTIONS[event.event]?.(event);
}

const isHere = (chat) => chat === view.chat;

function arrived(message) {
  if (!list.receive(message)) refreshChats().catch(failure);
  if (isHere(message.chat.id)) open?.receive(message);
  if (message.new_chat_members || message.left_chat_member) renewPeople().catch(failure);
}

/* Groups */

async function join(chat) {
  await server.act(view.as, "join", { chat }).catch(failure);
  await renewPeople();
  address.go({ as: view.as, chat });
}

async function leave(chat) {
  await server.act(view.as, "leave", { chat }).catch(failure);
  address.go({ as: view.as });
  await renewPeople();
}

async function renewPeople() {
  await meetPeople();
  await refreshChats();
}

start().catch(failure);
