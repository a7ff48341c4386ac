package io.albspec.proxy.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlowStartTargetsTest {

  private final Map<Target, Long> since = new LinkedHashMap<>();

  @Test
  void eachHasAPieceAsLongAsItHasBeenInSlowStart() {
    Target first = started(100);
    Target second = started(170);
    Target third = started(190);
    SlowStartTargets starting = new SlowStartTargets(since);

    assertThat(starting.warmth(200)).isEqualTo(100 + 30 + 10);
    assertThat(starting.at(0, 200)).isSameAs(first);
    assertThat(starting.at(99.5 / 140, 200)).isSameAs(first);
    assertThat(starting.at(100.5 / 140, 200)).isSameAs(second);
    assertThat(starting.at(129.5 / 140, 200)).isSameAs(second);
    assertThat(starting.at(130.5 / 140, 200)).isSameAs(third);
    assertThat(starting.at(139.9 / 140, 200)).isSameAs(third);
  }

  @Test
  void whoBeganInWhichOrderDoesNotMatter() {
    Target late = started(190);
    Target early = started(100);
    SlowStartTargets starting = new SlowStartTargets(since);

    assertThat(starting.warmth(200)).isEqualTo(110);
    assertThat(starting.at(0.05, 200)).isSameAs(late);
    assertThat(starting.at(0.95, 200)).isSameAs(early);
  }

  @Test
  void atTheVeryBeginningAllAreAlike() {
    Target first = started(100);
    Target second = started(100);
    SlowStartTargets starting = new SlowStartTargets(since);

    assertThat(starting.at(0.4, 100)).isSameAs(first);
    assertThat(starting.at(0.6, 100)).isSameAs(second);
  }

  private Target started(long at) {
    Target target =
        new Target(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 1 + since.size()),
            InetAddress.getLoopbackAddress());
    since.put(target, at);
    return target;
  }
}
