package io.albspec.steps.world;

import io.albspec.fixtures.target.Behaviour;
import io.albspec.fixtures.target.Reply;
import java.io.IOException;
import java.util.List;

/**
 * Behaves as a web server around a behaviour: tells clients that ask first to go on (RFC 9110
 * section 10.1.1), unless the answer comes before the body anyway.
 *
 * @param then what answers the request
 * @param wire learns on which connection the request came
 */
record WebServer(Behaviour then, TargetWire wire) implements Behaviour {

  private static final int CONTINUE = 100;

  @Override
  public boolean answersEarly() {
    return true;
  }

  @Override
  public void answer(Reply reply) throws IOException {
    wire.carries(reply);
    if (!then.answersEarly()) {
      if (!reply.request().headers("Expect").isEmpty()) {
        reply.interim(CONTINUE, List.of());
      }
      reply.readBody();
    }
    then.answer(reply);
  }
}
