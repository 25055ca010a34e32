// An answer as plain text with its references, for the clipboard.

import { labelText, referenceAddress, referenceText } from "./words.js";

export function answerAsText(answer) {
  const parts = [answer.title, ...(answer.notices ?? []).map((notice) => notice.text)];
  for (const item of answer.premise) parts.push(`${item.assumed}\n${line(item.correction)}`);
  if (answer.bottom_line) parts.push(line(answer.bottom_line));
  for (const item of answer.sections) parts.push(sectionText(item));
  for (const item of answer.conflicts) {
    parts.push([`Where sources differ: ${item.about}`, ...item.statements.map((s) => `- ${line(s)}`)].join("\n"));
  }
  for (const item of answer.calculations) {
    parts.push([`${item.name}: ${item.score ?? "not computed yet"}`,
      ...Object.entries(item.inputs).map(([name, value]) => `- ${name}: ${value}`),
      item.missing?.length ? `Missing: ${item.missing.join("; ")}.` : "",
      item.interpretation ? line(item.interpretation) : ""].filter(Boolean).join("\n"));
  }
  if (answer.assumptions?.length) parts.push(["Taken for granted", ...answer.assumptions.map((text) => `- ${text}`)].join("\n"));
  if (answer.needs?.length) parts.push(["What would help to answer", ...answer.needs.map((text) => `- ${text}`)].join("\n"));
  if (answer.not_found?.length) parts.push(`Not in the library: ${answer.not_found.join("; ")}.`);
  if (answer.references.length) {
    parts.push(["References", ...answer.references.map(referenceLine)].join("\n"));
  }
  parts.push(answer.disclaimer);
  if (answer.edition) parts.push(`Footnote ${answer.engine.version}, edition ${answer.edition.id}.`);
  return parts.filter(Boolean).join("\n\n");
}

function line(statement) {
  const labels = statement.labels.map((label) => ` (${labelText(label).toLowerCase()})`).join("");
  return `${statement.text}${labels} [${statement.citations.join(", ")}]`;
}

function sectionText(item) {
  const lines = item.statements.map((statement, index) => `${item.ordered ? `${index + 1}.` : "-"} ${line(statement)}`);
  return [item.heading, ...lines, ...(item.sections ?? []).map(sectionText)].filter(Boolean).join("\n");
}

function referenceLine(reference) {
  const address = referenceAddress(reference);
  return `${reference.number}. ${referenceText(reference)}${address ? ` ${address}` : ""}`;
}

/** Puts a text on the clipboard. Pages without TLS have no clipboard of their own, but can copy a selection. */
export async function copyText(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
