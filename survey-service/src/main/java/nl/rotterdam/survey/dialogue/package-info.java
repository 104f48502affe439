// SPDX-License-Identifier: EUPL-1.2
/** The survey by text messages back and forth. */
package nl.rotterdam.survey.dialogue;
