// SPDX-License-Identifier: EUPL-1.2
/** The door for Open Klant: it tells what happened, and the rest is fetched from it. */
package nl.rotterdam.survey.openklant;
