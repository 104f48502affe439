// SPDX-License-Identifier: EUPL-1.2
/** Erases what is not needed any more. */
package nl.rotterdam.survey.privacy;
