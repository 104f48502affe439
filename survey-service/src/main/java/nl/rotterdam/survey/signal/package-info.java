// SPDX-License-Identifier: EUPL-1.2
/** Open answers for those who improve the service: by theme, searched, and never with a name. */
package nl.rotterdam.survey.signal;
