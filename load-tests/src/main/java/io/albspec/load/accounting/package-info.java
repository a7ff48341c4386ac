/** Where every request went: client, access log and targets reconciled, id by id. */
package io.albspec.load.accounting;
