// The panel beside the answer: a citation's quote in its context, and what it rests on.

import { getPassage } from "./api.js";
import { referenceParts } from "./answer.js";
import { el, outwardLink } from "./dom.js";
import { attribution } from "./words.js";

const panel = document.getElementById("panel");
const title = document.getElementById("panel-title");
const body = document.getElementById("panel-body");
let opener = null;

export function closePanel() {
  if (panel.hidden) return;
  panel.hidden = true;
  document.body.classList.remove("with-panel");
  mark(null);
  opener?.focus();
  opener = null;
}

document.getElementById("panel-close").addEventListener("click", closePanel);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !document.querySelector("dialog[open]")) closePanel();
});

/** Shows what statement's citation `number` rests on. */
export function openCitation(answer, statement, number, button) {
  const reference = answer.references.find((item) => item.number === number);
  const evidence = statement.evidence.filter((item) => item.reference === number);
  open(`Source ${number}`, button,
    reference ? el("p", { class: "panel-reference" }, referenceParts(reference)) : null,
    evidence.map((item) => evidenceParts(item, reference, answer.edition?.id)));
}

/** Shows a passage that no statement cites. */
export function openPassage(answer, passage, button) {
  const text = contextBox(passage.text);
  open("Passage", button, el("p", { class: "panel-reference" }, passage.title), text);
  getPassage(passage.passage_id, answer.edition?.id)
    .then((found) => show(text, around(found.before, found.text, found.after)))
    .catch(() => {}); // the passage itself is there
}

/** The quote, until what stands around it has come. It can be scrolled with the keyboard. */
function contextBox(quote) {
  return el("div", { class: "context", tabindex: "0", role: "group", "aria-label": "The words, marked, in their context" },
    el("mark", {}, quote));
}

function open(heading, button, ...parts) {
  title.textContent = heading;
  body.replaceChildren(...parts.flat(Infinity).filter(Boolean));
  panel.hidden = false;
  document.body.classList.add("with-panel");
  opener = button;
  mark(button);
  panel.scrollTop = 0;
  title.focus();
}

function mark(button) {
  for (const other of document.querySelectorAll(".citation[aria-current]")) other.removeAttribute("aria-current");
  if (button?.classList.contains("citation")) button.setAttribute("aria-current", "true");
}

function evidenceParts(evidence, reference, edition) {
  const context = contextBox(evidence.quote);
  getPassage(evidence.passage_id, edition)
    .then((passage) => show(context, inContext(evidence, passage)))
    .catch((error) => context.after(el("p", { class: "hint" }, `The text around it is not there: ${error.message}`)));
  const strength = [["Strength", evidence.strength], ["Certainty", evidence.certainty]].filter(([, value]) => value);
  const place = [reference?.via?.title, evidence.section, evidence.page ? `page ${evidence.page}` : null];
  return el("section", { class: "evidence" },
    el("h3", { class: evidence.quote_of }, whose(evidence, reference)),
    el("p", { class: "hint" }, place.filter(Boolean).join(" › ")),
    context,
    strength.length ? el("dl", {}, strength.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])) : null,
    evidence.locator ? el("p", {}, outwardLink(evidence.locator, "Open the source")) : null);
}

function whose(evidence, reference) {
  if (evidence.quote_of === "source") return "The source's own words";
  return `Footnote's summary of ${(reference && attribution(reference)) || reference?.title || "the source"}`;
}

/** The quote, marked, between what stands before and after it. */
function inContext(evidence, passage) {
  // Offsets count code points, JavaScript counts UTF-16 units: they differ after the first emoji or rare sign.
  const text = Array.from(passage.text);
  const start = evidence.start - passage.start;
  const end = evidence.end - passage.start;
  const quote = text.slice(Math.max(0, start), end).join("");
  if (start < 0 || quote !== evidence.quote) return [el("mark", {}, evidence.quote)];
  return around(passage.before + text.slice(0, start).join(""), quote, text.slice(end).join("") + passage.after);
}

/** Puts the text in and brings the quote into view, a few lines of what stands before it included. */
function show(context, parts) {
  context.replaceChildren(...parts);
  const quote = context.querySelector("mark");
  context.scrollTop = Math.max(0, quote.offsetTop - context.clientHeight / 3);
  if (context !== body.querySelector(".context")) return; // of several quotes the first is the one to begin with
  const below = quote.getBoundingClientRect().bottom - panel.getBoundingClientRect().bottom;
  if (below > 0) panel.scrollTop += below + 16; // on a phone the text may go on below the panel's edge
}

function around(before, quote, after) {
  return [before, el("mark", {}, quote), after];
}
