/** What the clients do: the Gatling simulation, and the faults that go with its phases. */
package io.albspec.load.traffic;
