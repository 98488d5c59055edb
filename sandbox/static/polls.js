// A poll: what it asks, how the votes stand, and the vote of the person at the screen.

import { vote } from "./acts.js";
import { make } from "./dom.js";
import { state } from "./store.js";

export function drawPoll(message) {
  const { poll } = message;
  const mine = (message.votes || {})[state.me] || [];
  const right = poll.correct_option_ids || [];
  const isDone = poll.is_closed || mine.length > 0;
  const options = poll.options.map((option, number) =>
    (isDone ? drawResult(poll, option, mine.includes(number), right.includes(number))
      : drawOption(message, option, number)));
  return make("div", { class: "poll", role: "group", "aria-label": `Poll: ${poll.question}` },
    make("b", {}, poll.question), make("small", {}, kindOf(poll)), ...options,
    !isDone && poll.allows_multiple_answers && drawVoteButton(message), drawFoot(message, mine));
}

function kindOf(poll) {
  if (poll.is_closed) return "Final results";
  return `${poll.is_anonymous ? "Anonymous" : "Public"} ${poll.type === "quiz" ? "quiz" : "poll"}`;
}

function drawOption(message, option, number) {
  if (message.poll.allows_multiple_answers) {
    return make("label", { class: "choice" },
      make("input", { type: "checkbox", value: number }), make("span", {}, option.text));
  }
  return make("button", { type: "button", class: "choice", onclick: () => vote(message, [number]) }, option.text);
}

function drawVoteButton(message) {
  const act = (event) => {
    const chosen = event.target.closest(".poll").querySelectorAll("input:checked");
    if (chosen.length) vote(message, [...chosen].map((each) => Number(each.value)));
  };
  return make("button", { type: "button", class: "plain", onclick: act }, "Vote");
}

function drawResult(poll, option, isMine, isRight) {
  const share = poll.total_voter_count ? Math.round((100 * option.voter_count) / poll.total_voter_count) : 0;
  const bar = make("i", { "aria-hidden": "true" });
  bar.style.width = `${share}%`;
  const mark = isRight ? "✓ " : isMine ? "● " : "";
  return make("div", { class: `result ${isRight ? "right" : ""}` },
    make("span", {}, `${mark}${option.text}`), make("span", {}, `${option.voter_count} · ${share}%`), bar);
}

function drawFoot(message, mine) {
  const { total_voter_count: total, allows_revoting: revoting, is_closed: closed } = message.poll;
  const back = mine.length > 0 && revoting && !closed;
  return make("small", { class: "foot" }, `${total} vote${total === 1 ? "" : "s"}`,
    back && make("button", { type: "button", class: "plain", onclick: () => vote(message, []) }, "Retract"));
}
