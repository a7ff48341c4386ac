/** From a run's evidence to certificate, page, badge, JUnit file and console summary. */
package io.albspec.reports;
