/** Documents and photos in a message, and files on their way into one. */

import { element, isolated } from "./elements.js";
import { icon } from "./icons.js";
import { fileAddress } from "./server.js";

const TALLEST = 360;
const UNITS = ["bytes", "KB", "MB", "GB"];

/** "812 bytes", "1.4 MB" */
export function size(bytes) {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit && value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}

/** @returns {?HTMLElement} what hangs on this message */
export function attachment(message) {
  if (message.photo) return photo(message.photo, message.caption);
  if (message.document) return file(message.document);
  return null;
}

/** The Bot API sends a photo in several sizes, the largest last. Its room is known before it loads. */
function photo(sizes, caption) {
  const { file_id, width, height } = sizes.at(-1);
  const address = fileAddress(file_id);
  const style = { width: `${Math.round(width * Math.min(1, TALLEST / height))}px` };
  return element("a", { class: "photo", href: address, target: "_blank" },
    element("img", { src: address, alt: caption ?? "Photo", width, height, style }));
}

function file(document) {
  const name = document.file_name ?? "File";
  return element("a", { class: "file", href: fileAddress(document.file_id), download: name },
    element("span", { class: "file-mark" }, icon("download")),
    element("span", { class: "file-words" },
      isolated(name, { class: "file-name" }),
      element("span", { class: "file-size" }, document.file_size !== undefined && size(document.file_size))));
}

/** A chosen file's bytes as base64, the way the server takes them. */
export function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(new Error(`${file.name} could not be read.`));
    reader.readAsDataURL(file);
  });
}
