// SPDX-License-Identifier: EUPL-1.2
/** The edge to e-mail: a mail in, and either it is accepted or the reason why not. */
package nl.rotterdam.survey.mail;
