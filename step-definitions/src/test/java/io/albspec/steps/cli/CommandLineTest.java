package io.albspec.steps.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void aContinuedLineIsOneCommand() {
    assertThat(CommandLine.words("aws elbv2 \\\n  describe-rules\n"))
        .containsExactly("aws", "elbv2", "describe-rules");
  }

  @Test
  void quotesKeepWordsTogether() {
    assertThat(CommandLine.words("a 'b c' \"d \\\"e\\\" \\n\" f\\ g '' x'y'z"))
        .containsExactly("a", "b c", "d \"e\" \\n", "f g", "", "xyz");
  }

  @Test
  void anOpenQuoteIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.words("a 'b"));
  }
}
