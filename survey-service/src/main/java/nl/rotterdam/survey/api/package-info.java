// SPDX-License-Identifier: EUPL-1.2
/** The API as a whole: its description, and the rules that every address keeps. */
package nl.rotterdam.survey.api;
