// Building elements. Text only ever goes in as text: what documents, sources and answers say is never read as HTML.

/** An element with attributes, properties that begin with "on", and children (nodes, texts; null is left out). */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A link to another site, or plain text where the address is not one of the web. */
export function outwardLink(address, ...children) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    // no address at all
  }
  if (url === null || !["http:", "https:"].includes(url.protocol)) return el("span", {}, ...children);
  return el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** Says something to those who listen to the page instead of looking at it. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}
