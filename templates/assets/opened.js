// SPDX-License-Identifier: EUPL-1.2
// Tells that the page is there, once and without anything else: looking at a page stores nothing.
navigator.sendBeacon(location.pathname + "/opened");
