// Server-sent events. An event is a hint: the chat or the state it names is asked for again.

import { addCall, reloadCalls } from "./calls.js";
import { $ } from "./dom.js";
import { quietly } from "./notices.js";
import { loadMessages, refresh, state, tell } from "./store.js";

const TOGETHER_MS = 40; // a burst of events is one look
const TYPING_MS = 5000; // as long as the messenger shows it
const AGAIN_MS = 1000;

let waiting = null;
let loads = false;

function soon(alsoMessages) {
  loads ||= alsoMessages;
  waiting ??= setTimeout(look, TOGETHER_MS);
}

async function look() {
  const wanted = loads;
  [waiting, loads] = [null, false];
  await quietly(refresh());
  if (wanted) await quietly(loadMessages());
}

function typing(chatId) {
  state.typing.set(chatId, Date.now() + TYPING_MS);
  tell("typing", chatId);
  setTimeout(() => tell("typing", chatId), TYPING_MS + 50);
}

function happened(event) {
  if (event.kind === "call") addCall(event.call);
  else if (event.kind === "typing") typing(event.chat_id);
  else if (event.kind !== "callback_answer") {
    if (event.kind === "message") state.typing.delete(event.chat_id);
    soon(event.chat_id === undefined || event.chat_id === state.chat);
  }
}

export function listen() {
  const events = new EventSource("/sandbox/events");
  events.onopen = () => {
    $("offline").hidden = true;
    soon(true);
    quietly(reloadCalls());
  };
  events.onmessage = ({ data }) => happened(JSON.parse(data));
  events.onerror = () => {
    $("offline").hidden = false;
    events.close();
    setTimeout(listen, AGAIN_MS);
  };
}
