// SPDX-License-Identifier: EUPL-1.2
/**
 * A small made-up city for a newcomer to look at: its history, its new contacts and its pages. The
 * service itself knows nothing of it.
 */
package nl.rotterdam.survey.demo;
