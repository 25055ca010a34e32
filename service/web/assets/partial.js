// The part of an answer that has arrived: each statement is put where it will stand in the whole.

/** An answer without anything in it yet. */
export const emptyAnswer = () => ({
  partial: true,
  premise: [],
  bottom_line: null,
  sections: [],
  references: [],
  conflicts: [],
  calculations: [],
});

/** Takes up a `reference` or `statement` event. */
export function takeUp(answer, event) {
  if (event.name === "reference") {
    answer.references.push(event.data);
    return;
  }
  const { place, section, statement } = event.data;
  const path = place.split("/").slice(1);
  if (path[0] === "bottom_line") answer.bottom_line = statement;
  else if (path[0] === "sections") putInSection(answer, path, section.split(" › "), statement);
  // premises, conflicts and calculations have more to them than a statement: they come with the whole answer
}

function putInSection(answer, path, headings, statement) {
  let holder = answer;
  let depth = 0;
  for (let i = 0; path[i] === "sections"; i += 2) {
    const number = Number(path[i + 1]);
    holder.sections[number] ??= { heading: headings[depth], ordered: false, statements: [], sections: [] };
    holder = holder.sections[number];
    depth += 1;
  }
  holder.statements.push(statement);
}
