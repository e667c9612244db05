/** Moments in words. Takes seconds since 1970, as the Bot API does; shows the reader's own time. */

const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "short" });
const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const DAY_AND_YEAR = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });

const DAY_MILLISECONDS = 86_400_000;

const dateOf = (seconds) => new Date(seconds * 1000);

/** "14:05" */
export const clock = (seconds) => CLOCK.format(dateOf(seconds));

/** For the `datetime` attribute. */
export const machine = (seconds) => dateOf(seconds).toISOString();

/** Are two moments on one day? */
export function sameDay(one, other) {
  return dateOf(one).toDateString() === dateOf(other).toDateString();
}

/** How many midnights lie between then and now. */
function daysAgo(seconds, now) {
  const midnight = (date) => new Date(date).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(dateOf(seconds))) / DAY_MILLISECONDS);
}

/** "Today", "Yesterday", "21 November", "21 November 2025" */
export function day(seconds, now = new Date()) {
  const days = daysAgo(seconds, now);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  const thisYear = dateOf(seconds).getFullYear() === now.getFullYear();
  return (thisYear ? DAY : DAY_AND_YEAR).format(dateOf(seconds));
}

/** "14:05", "Fri", "21 Nov": what fits in the list of chats. */
export function brief(seconds, now = new Date()) {
  const days = daysAgo(seconds, now);
  if (days === 0) return clock(seconds);
  return (days < 7 ? WEEKDAY : DATE).format(dateOf(seconds));
}

/** "0:42", "12:07", "3 h": time that is left. */
export function remaining(seconds) {
  if (seconds >= 5400) return `${Math.round(seconds / 3600)} h`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
