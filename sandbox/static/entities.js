// Text with entities. Offsets count UTF-16 units, as JavaScript's own strings do.

import { isOwnLink, ownLink, say } from "./acts.js";
import { make, outside } from "./dom.js";
import { bot } from "./store.js";

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code" };

export function drawText(text, entities = []) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return drawPart(text, sorted, 0, text.length);
}

function drawPart(text, entities, from, to) {
  const fragment = document.createDocumentFragment();
  let at = from;
  entities.forEach((entity, index) => {
    if (entity.offset < at || entity.offset >= to) return; // inside one that is drawn already
    const end = Math.min(entity.offset + entity.length, to);
    const inside = entities.slice(index + 1).filter((each) => each.offset < end);
    fragment.append(text.slice(at, entity.offset));
    const words = text.slice(entity.offset, end);
    fragment.append(wrap(entity, words, drawPart(text, inside, entity.offset, end)));
    at = end;
  });
  fragment.append(text.slice(at, to));
  return fragment;
}

function wrap(entity, words, inner) {
  switch (entity.type) {
    case "pre": return make("pre", { tabindex: 0, "data-language": entity.language }, inner);
    case "blockquote": return make("blockquote", {}, inner);
    case "expandable_blockquote": return expandable(inner);
    case "spoiler": return spoiler(inner);
    case "text_link": return link(entity.url, inner);
    case "url": return link(withScheme(words), inner);
    case "email": return outside(`mailto:${words}`, inner);
    case "phone_number": return outside(`tel:${words}`, inner);
    case "mention": return mention(words, inner);
    case "bot_command":
      return make("button", { type: "button", class: "command", onclick: () => say(words) }, inner);
    case "hashtag":
    case "cashtag":
    case "text_mention": return make("span", { class: "tag" }, inner);
    default: return make(TAGS[entity.type] || "span", {}, inner);
  }
}

export const withScheme = (words) => (/^\w+:\/\//.test(words) ? words : `http://${words}`);

function link(url, inner) {
  return isOwnLink(url) ? ownLink(url, {}, inner) : outside(url, inner);
}

function mention(words, inner) {
  const own = words.slice(1).toLowerCase() === (bot().username || "").toLowerCase();
  return own ? ownLink(`https://t.me/${bot().username}`, {}, inner) : make("span", { class: "tag" }, inner);
}

function spoiler(inner) {
  const open = () => {
    element.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) element.removeAttribute(name);
  };
  const element = make("span", {
    class: "spoiler", tabindex: 0, role: "button", "aria-label": "Hidden text: press to read",
    onclick: open,
    onkeydown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open();
    },
  }, inner);
  return element;
}

function expandable(inner) {
  const quote = make("blockquote", { class: "folded" }, make("div", { class: "fold" }, inner));
  const toggle = make("button", { type: "button", class: "unfold", "aria-expanded": "false",
    onclick: () => {
      const folded = quote.classList.toggle("folded");
      toggle.setAttribute("aria-expanded", String(!folded));
      toggle.textContent = folded ? "Show more" : "Show less";
    } }, "Show more");
  quote.append(toggle);
  return quote;
}
