// How what the API names in codes is said to people.

const LABELS = {
  animal: "Animal study",
  laboratory: "Laboratory study",
  weak: "Weak evidence",
  dated: "Dated",
  due_for_review: "Summary due for review",
};

const KINDS = {
  guideline: "Guideline",
  systematic_review: "Systematic review",
  drug_label: "Drug label",
  trial: "Trial",
  cohort: "Cohort study",
  case_control: "Case-control study",
  review: "Review",
  reference_text: "Reference text",
  case_series: "Case series",
  case_report: "Case report",
  animal: "Animal study",
  laboratory: "Laboratory study",
};

const STAGES = {
  checking: "Reading the question",
  understanding: "Understanding the question",
  searching: "Searching the library",
  composing: "Putting the answer together",
  grounding: "Checking every statement against its source",
};

const AUDIENCES = {
  patient: "For patients: plain words, no doses and no scores, and when to seek help.",
  student: "For students: what it is and how it comes about first.",
  researcher: "For researchers: studies first, with their kind, year and certainty.",
};

const plain = (code) => {
  const words = String(code).replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const labelText = (code) => LABELS[code] ?? plain(code);
export const kindText = (code) => KINDS[code] ?? plain(code);
export const audienceText = (code) => AUDIENCES[code] ?? "";
export const stageText = (code) => STAGES[code] ?? plain(code);

/** "American College of Gastroenterology, 2020": who says it, and when. */
export function attribution(reference) {
  const who = reference.organisation || reference.authors || "";
  return [who, reference.year].filter(Boolean).join(", ");
}

/** The reference in one line, for lists and for copying. */
export function referenceText(reference) {
  const who = attribution(reference);
  const title = String(reference.title).replace(/\.$/, "");
  const parts = [who, title, kindText(reference.kind)];
  if (reference.status !== "current") parts.push(plain(reference.status));
  if (reference.doi) parts.push(`doi:${reference.doi}`);
  else if (reference.pmid) parts.push(`PMID ${reference.pmid}`);
  if (reference.via) parts.push(`cited through Footnote's summary “${reference.via.title}”`);
  return `${parts.filter(Boolean).join(". ")}.`;
}

/** Where a reference can be read, or null. */
export function referenceAddress(reference) {
  if (reference.url) return reference.url;
  if (reference.doi) return `https://doi.org/${reference.doi}`;
  if (reference.pmid) return `https://pubmed.ncbi.nlm.nih.gov/${reference.pmid}/`;
  return null;
}
