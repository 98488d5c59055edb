// The message box: text, replies, commands, inline queries.

import { say } from "./acts.js";
import { authorName, briefly } from "./bubbles.js";
import { $, make } from "./dom.js";
import { quietly } from "./notices.js";
import { ask, bot, hear, state } from "./store.js";
import { close, suggest, takesKey } from "./suggest.js";

const PAUSE_MS = 150;
let replyTo = null;
let drafted = null; // the chat the box belongs to

function setText(text) {
  $("text").value = text;
  grow();
}

function grow() {
  $("text").style.height = "";
  if ($("text").value) $("text").style.height = `${$("text").scrollHeight + 2}px`;
}

function setReply(message) {
  replyTo = message;
  $("replying").hidden = !message;
  if (!message) return;
  const whom = make("b", {}, `Reply to ${authorName(message)}`);
  $("replying-text").replaceChildren(whom, make("span", {}, briefly(message)));
  $("text").focus();
}

function more() {
  const reply = replyTo
    ? { reply_to: replyTo.message_id, thread_id: replyTo.message_thread_id } : {};
  setReply(null);
  return reply;
}

function submit() {
  const text = $("text").value.trim();
  if (!text) return;
  setText("");
  close();
  say(text, more());
}

function sendCommand(name) {
  setText("");
  close();
  say(`/${name}`);
}

function showCommands(words) {
  const found = (bot().commands_for_user || []).filter((each) => `/${each.command}`.startsWith(words.toLowerCase()));
  suggest(found.map((each) => ({
    draw: [make("b", {}, `/${each.command}`), make("span", {}, each.description)],
    choose: () => sendCommand(each.command),
  })), "Commands");
}

async function showResults(words, query) {
  const { results } = await ask(`users/${state.me}/inline`, { query, offset: "" });
  if ($("text").value !== words) return; // typed on meanwhile
  suggest(results.map((result) => ({
    draw: [make("div", {}, make("b", {}, result.title || result.id), make("span", {}, result.description || ""))],
    choose: () => {
      setText("");
      close();
      quietly(ask(`users/${state.me}/choose`, { chat_id: state.chat, result_id: result.id, query }));
    },
  })), "Inline results");
}

let pause = null;

function typed() {
  grow();
  clearTimeout(pause);
  const words = $("text").value;
  const prefix = `@${bot().username} `;
  if (/^\/\w*$/.test(words)) showCommands(words);
  else close();
  if (!words.toLowerCase().startsWith(prefix.toLowerCase())) return;
  pause = setTimeout(() => quietly(showResults(words, words.slice(prefix.length))), PAUSE_MS);
}

function compose(text) {
  setText(text);
  $("text").focus();
  typed();
}

function keyPressed(event) {
  if (event.isComposing) return;
  if (takesKey(event.key)) event.preventDefault();
  else if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && replyTo) setReply(null);
}

export function wireComposer() {
  const forced = new Set();
  hear("compose", compose);
  hear("written", () => setText("")); // it went along with a file
  hear("reply", (message) => {
    if (message.keyboard && forced.has(message.message_id)) return; // asked for once, then as one likes
    if (message.keyboard) forced.add(message.message_id);
    setReply(message);
  });
  hear("world", () => {
    if (drafted === `${state.me} ${state.chat}`) return;
    drafted = `${state.me} ${state.chat}`;
    setReply(null);
    setText("");
    close();
  });
  $("form").onsubmit = (event) => { event.preventDefault(); submit(); };
  $("text").oninput = typed;
  $("text").onkeydown = keyPressed;
  $("slash").onclick = () => compose("/");
  $("no-reply").onclick = () => { setReply(null); $("text").focus(); };
}
