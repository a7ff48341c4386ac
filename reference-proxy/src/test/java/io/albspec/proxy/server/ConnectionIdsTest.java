package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConnectionIdsTest {

  @Test
  void noIdRepeats() {
    ConnectionIds ids = new ConnectionIds(42);

    assertThat(LongStream.generate(ids::next).limit(100_000).distinct().count()).isEqualTo(100_000);
  }

  @Test
  void processesHaveOtherIds() {
    assertThat(new ConnectionIds(1).next()).isNotEqualTo(new ConnectionIds(2).next());
  }
}
