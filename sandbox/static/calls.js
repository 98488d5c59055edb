// The right side: what the bot asks the Bot API, as it happens; failures stand out.

import { $, make } from "./dom.js";
import { ask, chatName, state } from "./store.js";

const KEPT = 200;
const SHOWN = 90; // letters of the line under a call's name
const POLLING = "getUpdates"; // a poll that brought nothing says nothing

function isBad(call) { return call.code !== 200; }

function about({ params }) {
  const chat = state.world.chats.find((each) => String(each.id) === String(params.chat_id));
  const person = chat && chat.type === "private" && state.world.users.find((user) => user.id === chat.id);
  const name = person ? person.first_name : chat ? chatName(chat) : params.chat_id;
  const words = params.text || params.caption || params.action || rest(params);
  return [name, words].filter(Boolean).join(": ").slice(0, SHOWN);
}

function rest({ chat_id: _, ...others }) {
  const shown = (value) => (typeof value === "string" ? value : JSON.stringify(value));
  return Object.entries(others).map(([name, value]) => `${name} ${shown(value)}`).join(", ");
}

function pretty(value) {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function drawCall(call) {
  const when = new Date(call.time * 1000).toLocaleTimeString([], { hour12: false });
  const code = call.code || "lost";
  return make("li", { class: isBad(call) ? "bad" : "" }, make("details", {},
    make("summary", {},
      make("span", { class: "top" }, make("b", {}, call.method), make("time", {}, when), make("code", {}, String(code))),
      make("small", {}, about(call))),
    make("h3", {}, "Parameters"), make("pre", { tabindex: 0 }, pretty(call.params)),
    make("h3", {}, "Answer"), make("pre", { tabindex: 0 }, call.code ? pretty(call.response) : "the connection was dropped")));
}

export function addCall(call) {
  if (call.method === POLLING && call.code === 200) return;
  $("calls").prepend(drawCall(call));
  while ($("calls").children.length > KEPT) $("calls").lastChild.remove();
  count();
}

function count() {
  const failed = $("calls").querySelectorAll(".bad").length;
  $("failed").textContent = failed ? `${failed} failed` : "";
}

export async function reloadCalls() {
  const { calls } = await ask("calls?since=0");
  $("calls").replaceChildren();
  calls.filter((call) => call.code || call.response !== null).slice(-KEPT).forEach(addCall);
}

function toggle(open) {
  document.body.classList.toggle("with-calls", open);
  $("show-calls").setAttribute("aria-expanded", String(open));
}

export function wireCalls() {
  const kept = localStorage.getItem("keruen-calls");
  toggle(kept === null ? matchMedia("(min-width: 1200px)").matches : kept === "1");
  const set = (open) => { toggle(open); localStorage.setItem("keruen-calls", open ? "1" : "0"); };
  const isOpen = () => document.body.classList.contains("with-calls");
  const hide = () => { set(false); $("show-calls").focus(); };
  $("show-calls").onclick = () => set(!isOpen());
  $("hide-calls").onclick = hide;
  $("clear-calls").onclick = () => { $("calls").replaceChildren(); count(); };
  $("only-failed").onchange = () => $("calls").classList.toggle("only-failed", $("only-failed").checked);
  $("calls-pane").addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
}
