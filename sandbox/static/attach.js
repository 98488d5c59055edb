// The paper clip: files and albums, a voice, a poll, a place, a contact.

import { send, sendFiles, sendTo } from "./acts.js";
import { $ } from "./dom.js";
import { closesItself } from "./menus.js";
import { quietly } from "./notices.js";
import { me, state, tell } from "./store.js";

const HERE = { latitude: 43.2973, longitude: 68.2517 };
const PICKED = { "attach-file": null, "attach-document": "document", "attach-voice": "voice",
  "attach-round": "video_note" }; // as what the files are sent; null: as what they are
const ACCEPTED = { voice: "audio/*,.ogg,.oga", video_note: "video/*" };
let asKind = null;

async function picked() {
  const files = [...$("file").files];
  if (!files.length) return;
  const takesText = asKind !== "video_note";
  const caption = takesText ? $("text").value.trim() : "";
  if (takesText) tell("written");
  try {
    await sendFiles(files, caption, asKind);
  } finally {
    $("file").value = "";
    asKind = null;
  }
}

function pick(kind) {
  asKind = kind;
  $("file").accept = ACCEPTED[kind] || "";
  $("file").multiple = !ACCEPTED[kind];
  $("file").click();
}

function askPoll() {
  const options = $("poll-options").value.split("\n").map((line) => line.trim()).filter(Boolean);
  const right = Number($("poll-right").value);
  return sendTo("poll", {
    question: $("poll-question").value.trim(), options,
    right: right ? [right - 1] : null, several: $("poll-several").checked && !right,
    anonymous: !$("poll-public").checked,
  });
}

function sendPlace() {
  const point = { latitude: Number($("place-latitude").value), longitude: Number($("place-longitude").value) };
  const [title, address] = ["place-title", "place-address"].map((id) => $(id).value.trim());
  return title ? sendTo("venue", { ...point, title, address: address || "—" }) : send({ location: point });
}

function wireDialog(name, act) {
  $(name).onclose = () => { if ($(name).returnValue === "send") quietly(act()); };
  $(`${name}-form`).onsubmit = (event) => {
    $(name).returnValue = event.submitter ? event.submitter.value : "send"; // Enter sends
  };
}

function show(name) {
  $(`${name}-form`).reset();
  $(name).returnValue = "";
  $(name).showModal();
}

export function wireAttach() {
  const close = closesItself($("attach"));
  const item = (id, act) => { $(id).onclick = () => { close(); act(); }; };
  for (const [id, kind] of Object.entries(PICKED)) item(id, () => pick(kind));
  item("attach-poll", () => show("poll"));
  item("attach-place", () => {
    show("place");
    for (const name of ["latitude", "longitude"]) $(`place-${name}`).value = HERE[name];
  });
  item("attach-contact", () => send({
    contact: { phone_number: "+77000000000", first_name: me().first_name, user_id: state.me } }));
  $("file").onchange = () => quietly(picked());
  wireDialog("poll", askPoll);
  wireDialog("place", sendPlace);
}
