// SPDX-License-Identifier: EUPL-1.2
/** Pages for employees: they show what the other packages know, and compute nothing themselves. */
package nl.rotterdam.survey.workplace;
