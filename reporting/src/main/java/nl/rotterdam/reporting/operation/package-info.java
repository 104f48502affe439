// SPDX-License-Identifier: EUPL-1.2
/**
 * The municipality's own work: its working days, and whether residents were called back in time.
 */
package nl.rotterdam.reporting.operation;
