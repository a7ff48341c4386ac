/** The badge for a README. */
package io.albspec.reports.badge;
