/** What single steps on the way of a request cost, measured with JMH. */
package io.albspec.load.bench.micro;
