// SPDX-License-Identifier: EUPL-1.2
/** What takes long to make: asked for, left, and found again when it is ready. */
package nl.rotterdam.survey.download;
