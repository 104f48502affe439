// SPDX-License-Identifier: EUPL-1.2
/** Who did what, when and from where. */
package nl.rotterdam.survey.audit;
