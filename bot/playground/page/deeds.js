/** What one person can do in one chat. A refusal is shown; what is done resolves to something true. */

import * as address from "./address.js";
import { base64 } from "./attachments.js";
import { failure } from "./notices.js";
import * as server from "./server.js";

/**
 * @param {number} user
 * @param {number} chat
 * @param {string} botName the bot's username
 */
export function deeds(user, chat, botName) {
  const act = (what, details) => server.act(user, what, { chat, ...details }).catch(failure);
  const say = (text, original) => act("say", { text, reply_to: original?.message_id });

  async function upload(file, caption) {
    const content = await base64(file).catch(failure);
    return content !== undefined && act("upload", { name: file.name, content_base64: content, caption });
  }

  return {
    say,
    /** @param {import("./composer.js").Draft} draft */
    async send({ text, file, original }) {
      return Boolean(file ? await upload(file, text) : await say(text, original));
    },
    /** What can be done with one message. */
    about: (message) => ({
      press: (data) => act("press", { message_id: message, data }),
      vote: (options) => act("vote", { message_id: message, options }),
      retract: () => act("retract", { message_id: message }),
    }),
    /** Links to the bot itself ("…/bot?start=word") lead to the private chat, not out of the page. */
    follow(url) {
      const isOurs = url.hostname === "t.me" && url.pathname.slice(1) === botName;
      if (!isOurs) return false;
      const word = url.searchParams.get("start");
      const there = { as: user, chat: user };
      server.act(user, "say", { chat: user, text: word ? `/start ${word}` : "/start" })
        .then(() => address.go(there), failure);
      return true;
    },
  };
}
