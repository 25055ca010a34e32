// The page: a question box, and a conversation of questions and answers.

import { apiKey, ask, ProblemError } from "./api.js";
import { renderAnswer } from "./answer.js";
import { answerAsText, copyText } from "./copy.js";
import { announce, el } from "./dom.js";
import { askForKey } from "./keyprompt.js";
import { closePanel, openCitation, openPassage } from "./panel.js";
import { emptyAnswer, takeUp } from "./partial.js";
import { audienceText, stageText } from "./words.js";

const form = document.getElementById("ask");
const box = document.getElementById("question");
const turns = document.getElementById("turns");
const submit = document.getElementById("submit");
const again = document.getElementById("new-conversation");
const audience = document.getElementById("audience");
const placeholder = box.placeholder;
let conversation = null;
let busy = false;
let generation = 0; // raised by "New conversation": what was under way then is no longer shown

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const message = box.value.trim();
  if (message && !busy) begin(message);
});
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});
box.addEventListener("input", fit);
audience.addEventListener("change", sayReader);
sayReader(); // a page that is loaded anew may keep what was chosen
document.getElementById("example-question").addEventListener("click", (event) => {
  box.value = event.target.textContent;
  fit();
  box.focus();
});
again.addEventListener("click", () => {
  generation += 1;
  conversation = null;
  setBusy(false);
  closePanel();
  turns.replaceChildren();
  document.body.classList.remove("in-conversation");
  again.hidden = true;
  document.getElementById("question-label").textContent = "Your question";
  box.placeholder = placeholder;
  box.rows = 2;
  box.value = "";
  fit();
  box.focus();
});

/** What the answer will be like, where it is not for health professionals, and the disclaimer for its reader. */
function sayReader() {
  const hint = document.getElementById("audience-hint");
  hint.textContent = audienceText(audience.value);
  hint.hidden = !hint.textContent;
  const reader = audience.value === "patient" ? "patient" : "professional";
  for (const part of document.querySelectorAll("[data-reader]")) part.hidden = part.dataset.reader !== reader;
}

/** As high as what is in it; a placeholder does not count. */
function fit() {
  box.style.height = "";
  if (box.value) box.style.height = `${Math.min(box.scrollHeight + 2, 240)}px`;
}

function setBusy(value) {
  busy = value;
  submit.disabled = value;
}

function begin(message) {
  document.body.classList.add("in-conversation");
  document.getElementById("question-label").textContent = "Ask a follow-up question";
  box.placeholder = "Ask on …";
  box.rows = 1;
  again.hidden = false;
  const status = el("p", { class: "stage" }, "Asking …");
  const content = el("div", { class: "turn-content" });
  const turn = el("article", { class: "turn" }, el("h2", { class: "question" }, message), status, content);
  turns.append(turn);
  box.value = "";
  fit();
  turn.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
  run(message, { turn, status, content });
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

async function run(message, parts) {
  const mine = generation;
  setBusy(true);
  parts.status.hidden = false;
  tell(parts, "Asking …");
  try {
    await answerInto(message, parts, () => mine === generation);
  } catch (error) {
    if (mine !== generation) return;
    if (error instanceof ProblemError && error.needsKey) {
      const refused = apiKey.get() !== null;
      apiKey.forget();
      if (await askForKey(refused)) {
        run(message, parts);
        return;
      }
    }
    fail(error, message, parts);
  }
  if (mine === generation) setBusy(false);
}

async function answerInto(message, parts, current) {
  const question = { message, audience: audience.value, stream: true };
  if (conversation) question.conversation_id = conversation;
  const partial = emptyAnswer();
  for await (const event of ask(question)) {
    if (!current()) return;
    if (event.name === "status") tell(parts, `${stageText(event.data.stage)} …`);
    else if (event.name === "answer") finish(event.data, parts);
    else {
      takeUp(partial, event);
      parts.content.replaceChildren(renderAnswer(partial, actionsFor(partial)));
    }
  }
}

const actionsFor = (answer) => ({
  openCitation: (statement, number, button) => openCitation(answer, statement, number, button),
  openPassage: (passage, button) => openPassage(answer, passage, button),
});

function tell(parts, text) {
  parts.status.textContent = text;
  announce(text);
}

function finish(answer, parts) {
  conversation = answer.conversation_id;
  parts.status.hidden = true;
  parts.content.replaceChildren(
    renderAnswer(answer, actionsFor(answer)),
    el("p", { class: "disclaimer" }, answer.disclaimer),
    tools(answer),
    answer.follow_ups?.length ? followUps(answer) : "",
  );
  const count = answer.references.length;
  announce(`${answer.title}. The answer is there${count ? `, with ${count} ${count === 1 ? "reference" : "references"}` : ""}.`);
}

function tools(answer) {
  const copy = el("button", { type: "button", class: "quiet", onclick: async () => {
    await copyText(answerAsText(answer));
    copy.textContent = "Copied";
    announce("The answer is copied.");
  } }, answer.references.length ? "Copy with references" : "Copy");
  const searched = answer.standalone_question !== answer.question ? `Understood as: ${answer.standalone_question}` : null;
  const edition = answer.edition ? `Library of ${new Date(answer.edition.published_at).toISOString().slice(0, 10)}` : null;
  const written = answer.mode === "generative" ? "Written by a language model, each sentence checked" : null;
  const reviewed = answer.references.length && answer.review?.status !== "approved" ? "Not reviewed by a clinician" : null;
  return el("div", { class: "tools" }, copy,
    el("p", { class: "hint" }, [searched, written, reviewed, edition].filter(Boolean).join(" · ")));
}

function followUps(answer) {
  const heading = answer.status === "emergency" ? "If this is no emergency" : "Ask on";
  return el("section", { class: "follow-ups" }, el("h4", {}, heading),
    answer.follow_ups.map((question) => el("button", { type: "button", class: "suggestion", onclick: () => {
      if (!busy) begin(question);
    } }, question)));
}

function fail(error, message, parts) {
  parts.status.hidden = true;
  const problem = error instanceof ProblemError ? error.problem : { detail: "Something went wrong on this page." };
  if (!(error instanceof ProblemError)) console.error(error);
  parts.content.replaceChildren(
    el("p", { class: "notice", role: "alert" }, problem.detail),
    problem.disclaimer ? el("p", { class: "disclaimer" }, problem.disclaimer) : "",
    el("button", { type: "button", class: "quiet", onclick: () => {
      if (busy) return;
      parts.content.replaceChildren();
      run(message, parts);
    } }, "Try again"),
  );
  announce(problem.detail);
}
