// SPDX-License-Identifier: EUPL-1.2
/** What both edges, mail and SMS, share: how a delivery fails, and the outbox folder. */
package nl.rotterdam.survey.delivery;
