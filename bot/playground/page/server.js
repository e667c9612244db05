/**
 * Asks the playground's server. Knows addresses and the shape of refusals, nothing of the page.
 *
 * @typedef {{id: number, name: string, username: ?string, is_bot: boolean, color: string}} User
 * @typedef {{id: number, type: string, title: string, members: number[],
 *            administrators: number[]}} Chat
 * @typedef {{bot: User, users: User[], chats: Chat[]}} World
 * @typedef {Object} Message the Bot API's Message plus `mine`
 * @typedef {{command: string, description: string}} Command
 */

/** The server understood and said no; its message is a sentence for people. */
export class Refusal extends Error {}

/** @returns {Promise<World>} */
export const world = () => read("/people/world");

/** @returns {Promise<{chats: {id, type, title, unread: number, last: ?Message}[]}>} */
export const chats = (user) => read(`/people/chats?as=${user}`);

/** @returns {Promise<{messages: Message[], commands: Command[]}>} */
export const history = (user, chat) => read(`/people/chats/${chat}/messages?as=${user}`);

/** Where a file's bytes are. */
export const fileAddress = (id) => `/people/files/${encodeURIComponent(id)}`;

/** Where one person's live events come from. */
export const liveAddress = (user) =>
  `${location.origin.replace("http", "ws")}/people/live?as=${user}`;

/**
 * Does something as a person: say, press, vote, retract, upload, join, leave.
 * @throws {Refusal}
 */
export async function act(user, what, details) {
  const body = JSON.stringify({ as: user, act: what, ...details });
  const headers = { "Content-Type": "application/json" };
  const answer = await request("/people/act", { method: "POST", headers, body });
  if (!answer.ok) throw new Refusal(answer.error ?? "The server refused, and did not say why.");
  return answer;
}

async function read(address) {
  const answer = await request(address);
  if (answer.ok === false) throw new Refusal(answer.error);
  return answer;
}

async function request(address, options) {
  const response = await fetch(address, options).catch(() => {
    throw new Refusal("The playground does not answer. Is `gobbet demo` still running?");
  });
  if (response.headers.get("Content-Type")?.startsWith("application/json")) return response.json();
  if (response.status === 413) throw new Refusal("That is larger than the playground accepts.");
  throw new Refusal(await response.text());
}
