/** The certificate and what else is written for machines. */
package io.albspec.reports.certificate;
