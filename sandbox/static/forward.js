// Passing messages on: where to, out of the chats this person can write in.

import { forward } from "./acts.js";
import { $, avatar, make } from "./dom.js";
import { chatName, hear, mayWrite, myChats } from "./store.js";

function choose(messages) {
  const targets = myChats().filter(mayWrite);
  $("forward-chats").replaceChildren(...targets.map((chat) => make("li", {}, make("button", { type: "button",
    onclick: () => { $("forward").close(); forward(messages, chat.id); } },
  avatar(chatName(chat), chat.type), make("span", {}, chatName(chat))))));
  $("forward").showModal();
}

export function wireForward() {
  hear("forward", choose);
}
