// SPDX-License-Identifier: EUPL-1.2
/** Tells other systems what happened here, by an outbox. */
package nl.rotterdam.survey.webhook;
