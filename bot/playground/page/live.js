/** Keeps one WebSocket open for one person, and opens it anew when it breaks. */

import { liveAddress } from "./server.js";

const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 6000;

/**
 * @param {number} user
 * @param {{event: (event: Object) => void, state: (isOpen: boolean, isFirst: boolean) => void}} listener
 * @returns {() => void} closes it for good
 */
export function follow(user, listener) {
  let socket = null;
  let pause = FIRST_PAUSE;
  let isFirst = true;
  let isOver = false;
  let timer = null;

  function open() {
    socket = new WebSocket(liveAddress(user));
    socket.onopen = opened;
    socket.onmessage = ({ data }) => isOver || listener.event(JSON.parse(data));
    socket.onclose = lost;
  }

  function opened() {
    if (isOver) return;
    pause = FIRST_PAUSE;
    listener.state(true, isFirst);
    isFirst = false;
  }

  function lost() {
    if (isOver) return;
    listener.state(false, isFirst);
    timer = setTimeout(open, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  open();
  return () => {
    isOver = true;
    clearTimeout(timer);
    socket.close();
  };
}
