/** The outline of the guide: its section titles and where they stand. */
package io.albspec.reports.guide;
