/** {@code albspec load}: a load test with faults in which every request is accounted for. */
package io.albspec.load;
