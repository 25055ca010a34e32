// Talking to the service. The key, where one is needed, lives in this tab's session storage and in no address.

import { readEvents } from "./sse.js";

const KEY = "footnote.key";

export const apiKey = {
  get: () => sessionStorage.getItem(KEY),
  set: (key) => sessionStorage.setItem(KEY, key),
  forget: () => sessionStorage.removeItem(KEY),
};

/** An answer of the service that is none: a problem document, or no connection at all (code "offline"). */
export class ProblemError extends Error {
  constructor(problem) {
    super(problem.detail || problem.title || "Something went wrong.");
    this.problem = problem;
  }

  get needsKey() {
    return this.problem.status === 401;
  }
}

async function request(path, options = {}) {
  const headers = { ...options.headers };
  const key = apiKey.get();
  if (key) headers.Authorization = `Bearer ${key}`;
  let response;
  try {
    response = await fetch(path, { ...options, headers, credentials: "omit" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ProblemError({ code: "offline", detail: "The service cannot be reached." });
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({ detail: `The service answered with ${response.status}.` }));
    throw new ProblemError({ status: response.status, ...problem });
  }
  return response;
}

/** Asks; gives {name, data} for each event. Throws ProblemError, also for an `error` event. */
export async function* ask(question) {
  const response = await request("/v1/chat", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify(question),
  });
  let finished = false;
  for await (const event of readEvents(response.body)) {
    if (event.name === "error") throw new ProblemError(event.data);
    finished = event.name === "answer";
    yield event;
  }
  if (!finished) throw new ProblemError({ code: "offline", detail: "The connection broke before the answer was whole." });
}

/** A passage with the text around it, as that edition has it. */
export async function getPassage(passageId, edition) {
  const query = edition ? `?edition=${encodeURIComponent(edition)}` : "";
  return (await request(`/v1/passages/${encodeURIComponent(passageId)}${query}`)).json();
}
