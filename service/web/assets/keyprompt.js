// Asks for the API key where the service wants one.

import { apiKey } from "./api.js";

const dialog = document.getElementById("key-dialog");
const input = document.getElementById("key-input");
const message = document.getElementById("key-message");
const usual = message.textContent;

/** Resolves to true once a key was given, to false when it was cancelled. */
export function askForKey(refused) {
  message.textContent = refused ? "This key is not valid here: it is mistyped, unknown or revoked." : usual;
  input.value = "";
  dialog.showModal();
  return new Promise((resolve) => {
    const finish = (given) => {
      dialog.removeEventListener("close", cancelled);
      resolve(given);
    };
    const cancelled = () => finish(dialog.returnValue === "given");
    dialog.returnValue = "";
    dialog.addEventListener("close", cancelled);
  });
}

document.getElementById("key-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const key = input.value.trim();
  if (!key) return;
  apiKey.set(key);
  input.value = "";
  dialog.close("given");
});
document.getElementById("key-cancel").addEventListener("click", () => dialog.close(""));
