/** The accounting as a page, as JSON, and on the console. */
package io.albspec.load.report;
