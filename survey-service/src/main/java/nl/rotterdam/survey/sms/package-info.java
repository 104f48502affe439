// SPDX-License-Identifier: EUPL-1.2
/** The edge to SMS: a text in, and either it is accepted or the reason why not. */
package nl.rotterdam.survey.sms;
