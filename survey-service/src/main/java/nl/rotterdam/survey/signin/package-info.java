// SPDX-License-Identifier: EUPL-1.2
/** Who of the municipality is signed in, and what they may. */
package nl.rotterdam.survey.signin;
