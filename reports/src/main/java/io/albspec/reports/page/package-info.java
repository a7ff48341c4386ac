/** The page people read: one file, without anything from elsewhere. */
package io.albspec.reports.page;
