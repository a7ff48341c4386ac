/** The summary for the terminal. */
package io.albspec.reports.console;
