// SPDX-License-Identifier: EUPL-1.2
// Follows what changes: the parts of the page marked data-live are fetched again while it is looked at.
const EVERY = Number(document.querySelector("[data-every]")?.dataset.every ?? 15000);

async function follow() {
  if (document.hidden || document.querySelector("main details[open]")) {
    return;
  }
  const response = await fetch(location.href, { headers: { "Peilschaal-Live": "1" } });
  if (!response.ok || response.redirected) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const other = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (other && other.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
      part.replaceWith(document.importNode(other, true));
    }
  }
}

setInterval(() => follow().catch(() => {}), EVERY);
