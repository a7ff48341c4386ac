/** Results as continuous integration servers read them. */
package io.albspec.reports.junit;
