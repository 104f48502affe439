// SPDX-License-Identifier: EUPL-1.2
// Begins afresh where somebody began and went away: after a warning that can be put off, time and again.
// A page that nobody touched stays as it is; there is no time limit for who is there.
const page = document.getElementById("kiosk");
const warning = document.getElementById("still-there");
let timer;

function afresh() {
  location.replace(page.dataset.start);
}

function warn() {
  if (!warning) {
    afresh();
    return;
  }
  warning.showModal();
  timer = setTimeout(afresh, page.dataset.grace * 1000);
}

function wait() {
  if (!warning?.open) {
    clearTimeout(timer);
    timer = setTimeout(warn, page.dataset.idle * 1000);
  }
}

for (const sign of ["pointerdown", "keydown", "change", "scroll"]) {
  addEventListener(sign, wait, { passive: true });
}
warning?.addEventListener("close", wait);
// by the way back nothing of the resident before is seen
addEventListener("pageshow", event => event.persisted && afresh());
if ("begun" in page.dataset) {
  wait();
}
