// SPDX-License-Identifier: EUPL-1.2
/** The edge to NotifyNL, which carries mails and text messages by templates that it keeps. */
package nl.rotterdam.survey.notify;
