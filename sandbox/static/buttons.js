// Buttons: those under a message, and the keyboard that stands in for typing.

import { copy, isOwnLink, ownLink, press, say, send } from "./acts.js";
import { $, icon, make, outside } from "./dom.js";
import { toast } from "./notices.js";
import { bot, me, state, tell } from "./store.js";

export function drawButtons(message, rows) {
  return make("div", { class: "buttons" }, ...rows.map((row) =>
    make("div", {}, ...row.map((button) => drawButton(message, button)))));
}

function drawButton(message, button) {
  const looks = { class: button.style || "" };
  const pushed = (mark, act) => make("button", { type: "button", ...looks,
    onclick: (event) => act(event.currentTarget) }, make("span", {}, button.text), mark && icon(mark));
  const url = button.url || (button.login_url || {}).url;
  if (url) {
    const words = make("span", {}, button.text);
    return isOwnLink(url) ? ownLink(url, looks, words) : outside(url, words, icon("out"));
  }
  if (button.callback_data !== undefined) return pushed(null, (element) => press(element, message, button));
  if (button.copy_text) return pushed("copy", () => copy(button.copy_text.text));
  const query = button.switch_inline_query_current_chat ?? button.switch_inline_query;
  if (query !== undefined) return pushed("at", () => tell("compose", `@${bot().username} ${query}`));
  return pushed(null, () => toast("This kind of button does nothing here"));
}

// The newest message that has a keyboard decides, until it takes it away.
export function drawKeyboard() {
  const last = state.messages.findLastIndex((message) => message.keyboard);
  const markup = last < 0 ? {} : state.messages[last].keyboard;
  const answered = state.messages.slice(last + 1).some((each) => (each.from || {}).id === state.me);
  const rows = markup.one_time_keyboard && answered ? null : markup.keyboard;
  $("keyboard").hidden = !rows;
  $("keyboard").replaceChildren(...(rows || []).map((row) => make("div", {}, ...row.map(drawKey))));
  $("text").placeholder = (rows && markup.input_field_placeholder) || "Message";
  if (markup.force_reply && !answered) tell("reply", state.messages[last]);
}

function drawKey(key) {
  const label = typeof key === "string" ? key : key.text;
  const contact = { phone_number: "+77000000000", first_name: me().first_name, user_id: state.me };
  const place = { latitude: 43.2973, longitude: 68.2517 };
  const act = () => {
    if (key.request_contact) return send({ contact });
    return key.request_location ? send({ location: place }) : say(label);
  };
  return make("button", { type: "button", onclick: act }, label);
}
