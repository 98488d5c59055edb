// What a message carries besides words: files, places, contacts. Votes are in polls.js.

import { icon, make, outside } from "./dom.js";
import { drawPoll } from "./polls.js";

const fileUrl = ({ file_id: id }) => `/sandbox/files/${encodeURIComponent(id)}`;
const inKilobytes = (size) => (size < 1024 ? `${size} B` : `${Math.round(size / 1024).toLocaleString()} KB`);

// The pictures of an album, side by side.
export const drawGrid = (messages) => make("div", { class: "album" }, ...messages.flatMap(drawMedia));

export const isPicture = (message) => Boolean(message.photo || message.video);

// One line for lists, replies and the pinned bar.
export function mediaWords(message) {
  if (message.photo) return "Photo";
  if (message.video) return "Video";
  if (message.animation) return "GIF";
  if (message.audio) return message.audio.file_name || "Audio";
  if (message.document) return message.document.file_name || "File";
  if (message.voice) return "Voice message";
  if (message.video_note) return "Video message";
  if (message.sticker) return "Sticker";
  if (message.poll) return message.poll.question;
  if (message.venue) return message.venue.title;
  if (message.location) return "Location";
  return message.contact ? `Contact: ${fullName(message.contact)}` : "";
}

export function drawMedia(message) {
  if (message.photo) return [covered(message, drawPhoto(message))];
  if (message.video) return [covered(message, drawVideo(message.video, "video"))];
  if (message.animation) {
    return [covered(message, drawVideo(message.animation, "video", { loop: true, autoplay: true }))];
  }
  if (message.video_note) return [drawVideo(message.video_note, "round")];
  if (message.voice || message.audio) return [drawSound(message)];
  if (message.document) return [drawDocument(message.document)];
  if (message.poll) return [drawPoll(message)];
  if (message.location) return [drawPlace(message)];
  if (message.contact) return [drawContact(message.contact)];
  return message.sticker ? [make("div", { class: "bare" }, "Sticker")] : [];
}

function drawPhoto(message) {
  const url = fileUrl(message.photo.at(-1));
  return outside(new URL(url, location.href).href, make("img", { class: "photo", alt: message.caption || "Photo", src: url }));
}

function drawVideo(file, looks, more = {}) {
  const video = make("video", { class: looks, src: fileUrl(file), preload: "metadata", playsinline: true,
    controls: true, "aria-label": looks === "round" ? "Video message" : "Video", ...more });
  video.muted = true; // the page has no voice of its own until it is asked
  return video;
}

function drawSound({ voice, audio }) {
  const words = voice ? "Voice message" : audio.title || audio.file_name || "Audio";
  return make("div", { class: "sound" }, make("small", {}, words),
    make("audio", { src: fileUrl(voice || audio), controls: true, preload: "metadata", "aria-label": words }));
}

function drawDocument(file) {
  const { file_name: name = "file", file_size: size = 0 } = file;
  return make("a", { class: "document", href: fileUrl(file), download: name },
    make("i", {}, icon("down")), make("span", {}, make("b", {}, name), make("small", {}, inKilobytes(size))));
}

// A picture under a spoiler is looked at by pressing it.
function covered(message, element) {
  if (!message.has_media_spoiler) return element;
  const open = (event) => { event.preventDefault(); cover.replaceWith(element); };
  const cover = make("button", { type: "button", class: "covered", "aria-label": "Hidden picture: press to see",
    onclick: open }, "Hidden");
  return cover;
}

// Nothing is asked of a map's server before somebody follows the link.
function drawPlace({ venue, location: { latitude, longitude } }) {
  const url = `https://www.openstreetmap.org/?mlat=${Number(latitude)}&mlon=${Number(longitude)}#map=14/${Number(latitude)}/${Number(longitude)}`;
  const words = venue ? [make("b", {}, venue.title), make("span", {}, venue.address)] : [];
  const card = outside(url, make("i", {}, icon("place")),
    make("span", {}, ...words, make("small", {}, `${latitude}, ${longitude}`)));
  card.className = "place";
  return card;
}

const fullName = ({ first_name: first, last_name: last }) => [first, last].filter(Boolean).join(" ");

function drawContact(contact) {
  return make("div", { class: "contact" }, make("i", {}, icon("person")),
    make("span", {}, make("b", {}, fullName(contact)), make("small", {}, contact.phone_number)));
}
