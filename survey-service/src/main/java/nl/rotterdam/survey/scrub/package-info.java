// SPDX-License-Identifier: EUPL-1.2
/** Takes out of a text what points to a person. */
package nl.rotterdam.survey.scrub;
