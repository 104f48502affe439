// SPDX-License-Identifier: EUPL-1.2
/**
 * Figures by location, product, wijk or cluster over whole calendar years, merged so far that the
 * scores of no small group can be read off them or solved from them.
 */
package nl.rotterdam.reporting.breakdown;
