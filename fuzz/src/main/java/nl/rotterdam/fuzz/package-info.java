// SPDX-License-Identifier: EUPL-1.2
/** Sends the API what its description allows, and what it does not. */
package nl.rotterdam.fuzz;
