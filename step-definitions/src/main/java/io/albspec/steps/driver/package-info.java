/** The balancers that can be tested, each behind the same ELBv2 API. */
package io.albspec.steps.driver;
