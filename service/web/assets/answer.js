// An answer, whole or as far as it has arrived, as elements.

import { el, outwardLink } from "./dom.js";
import { attribution, kindText, labelText, referenceAddress } from "./words.js";

const STRONG_NOTICES = new Set(["emergency", "self_harm"]);
const APART = new Set(["Related, not asked in so many words", "Also worth knowing"]);
const LAST_NOTICES = new Set(["seek_help", "whom_to_ask", "not_covered"]); // they belong under what was said

/**
 * @param answer the JSON of /v1/chat, or what of it is there
 * @param actions openCitation(statement, number, button), openPassage(passage, button), ask(question)
 */
export function renderAnswer(answer, actions) {
  const context = { answer, actions };
  const notices = answer.notices ?? [];
  const explained = notices.filter((item) => item.kind === "explanation").map((item) => item.text);
  const first = notices.filter((item) => item.kind !== "explanation" && !LAST_NOTICES.has(item.kind));
  return el("div", { class: "answer" },
    answer.title ? el("h3", { class: "answer-title" }, answer.title) : null,
    first.map(notice),
    answer.degraded ? el("p", { class: "notice" }, answer.degraded_reason) : null,
    answer.assumptions?.length ? list("assumptions", "Taken for granted", answer.assumptions) : null,
    answer.premise.map((item) => premise(item, context)),
    answer.bottom_line ? el("p", { class: "bottom-line" }, statementParts(answer.bottom_line, context)) : null,
    answer.calculations.map((item) => calculation(item, context)),
    answer.needs?.length ? list("needs", "What would help to answer", answer.needs) : null,
    answer.sections.filter((item) => !isApart(item)).map((item) => section(item, 4, context)),
    answer.conflicts.map((item) => conflict(item, context)),
    answer.sections.filter(isApart).map((item) => section(item, 4, context)),
    explained.length ? list("explained", "Words explained", explained) : null,
    notices.filter((item) => LAST_NOTICES.has(item.kind)).map(notice),
    answer.not_found?.length ? list("not-found", "Looked for and not in the library", answer.not_found) : null,
    answer.nearest?.length ? nearest(answer.nearest, context) : null,
    answer.references.length ? references(answer.references) : null,
  );
}

function notice(item) {
  const strong = STRONG_NOTICES.has(item.kind);
  return el("p", { class: strong ? "notice urgent" : "notice", role: strong ? "alert" : null }, item.text);
}

function list(name, heading, items) {
  return el("section", { class: `side-list ${name}` }, el("h4", {}, heading),
    el("ul", {}, items.map((item) => el("li", {}, item))));
}

/** Whether a section holds what is near the question only. */
function isApart(item) {
  return item ? APART.has(item.heading) : false;
}

function section(item, level, context) {
  if (!item) return null; // a later section has arrived first
  return el("section", { class: isApart(item) ? "answer-section apart" : "answer-section" },
    item.heading ? el(`h${level}`, {}, item.heading) : null,
    item.statements.length
      ? el(item.ordered ? "ol" : "ul", { class: item.ordered ? "statements ordered" : "statements" },
        item.statements.map((statement) => el("li", {}, statementParts(statement, context))))
      : null,
    (item.sections ?? []).map((inner) => section(inner, Math.min(level + 1, 6), context)));
}

function statementParts(statement, context) {
  return [
    el("span", { class: "statement-text" }, statement.text),
    statement.citations.map((number) => citation(statement, number, context)),
    strength(statement),
    statement.labels.map((label) => el("span", { class: "label" }, label === "dated" ? dated(statement, context) : labelText(label))),
  ];
}

/** The strength of the recommendation, in the source's own words; a researcher's labels say it already. */
function strength(statement) {
  const text = statement.evidence?.[0]?.strength;
  if (!text || statement.labels.some((label) => label.startsWith("strength:"))) return null;
  return el("span", { class: "label strength" }, `Strength: ${text}`);
}

function dated(statement, { answer }) {
  const years = answer.references.filter((item) => statement.citations.includes(item.number)).map((item) => item.year);
  return [labelText("dated"), years.filter(Boolean).sort()[0]].filter(Boolean).join(": ");
}

function citation(statement, number, { answer, actions }) {
  const reference = answer.references.find((item) => item.number === number);
  const who = reference ? attribution(reference) || reference.title : "";
  const button = el("button", {
    type: "button", class: "citation", "aria-label": `Source ${number}${who ? `: ${who}` : ""}`,
    title: who || null, onclick: () => actions.openCitation(statement, number, button),
  }, String(number));
  return el("sup", {}, button);
}

function premise(item, context) {
  return el("section", { class: "premise" }, el("h4", {}, "The question takes something for granted"),
    el("p", { class: "assumed" }, `“${item.assumed}”`), el("p", {}, statementParts(item.correction, context)));
}

function conflict(item, context) {
  return el("section", { class: "conflict" }, el("h4", {}, `Where sources differ: ${item.about}`),
    el("ul", { class: "statements" }, item.statements.map((statement) => el("li", {}, statementParts(statement, context)))));
}

function calculation(item, context) {
  return el("section", { class: "calculation" },
    el("h4", {}, `${item.name}: ${item.score ?? "not computed yet"}`),
    item.interpretation ? el("p", {}, statementParts(item.interpretation, context)) : null,
    el("dl", {}, Object.entries(item.inputs).map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
    item.missing?.length ? el("p", { class: "missing" }, `Missing: ${item.missing.join("; ")}.`) : null);
}

function nearest(passages, { actions }) {
  return el("section", { class: "nearest" }, el("h4", {}, "Nearest passages"),
    el("p", { class: "hint" }, "They come near to the question and do not answer it."),
    passages.map((passage) => {
      const button = el("button", { type: "button", class: "quiet", onclick: () => actions.openPassage(passage, button) },
        "Read in context");
      return el("article", { class: "near-passage" }, el("h5", {}, passage.title),
        passage.section && passage.section !== passage.title ? el("p", { class: "hint" }, passage.section) : null,
        el("p", { class: "near-text" }, passage.text), button);
    }));
}

function references(items) {
  return el("section", { class: "references" }, el("h4", {}, "References"),
    el("ol", {}, items.map((item) => el("li", { value: item.number }, referenceParts(item)))));
}

/** A reference for the list and for the panel. */
export function referenceParts(item) {
  const address = referenceAddress(item);
  const who = attribution(item);
  return [
    who ? el("span", { class: "who" }, `${who}. `) : null,
    el("span", { class: "title" }, address ? outwardLink(address, item.title) : item.title),
    " ",
    el("span", { class: "kind" }, kindText(item.kind)),
    item.status !== "current" ? el("span", { class: "label" }, labelText(item.status)) : null,
    item.via ? el("span", { class: "via" }, `Cited through Footnote's summary “${item.via.title}”`) : null,
    address ? el("span", { class: "address" }, ` ${address}`) : null,
  ];
}
