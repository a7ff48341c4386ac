/** XML and HTML written so that text can never become markup. */
package io.albspec.reports.markup;
