/** The audit trail: a record of every call of the API, in the form of AWS CloudTrail. */
package io.albspec.proxy.api.audit;
