package io.albspec.steps.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogEntryTest {

  @Test
  void quotesAreTakenOffAndSpacesInThemKept() {
    LogEntry entry =
        LogEntry.of(
            "http 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188"
                + " 192.168.131.39:2817 10.0.0.1:80 0.000 0.001 0.000 200 200 34 366"
                + " \"GET http://www.example.com:80/ HTTP/1.1\" \"curl/7.46.0\" - -");

    assertThat(entry.field("type")).contains("http");
    assertThat(entry.field("client:port")).contains("192.168.131.39:2817");
    assertThat(entry.field("request")).contains("GET http://www.example.com:80/ HTTP/1.1");
    assertThat(entry.field("ssl_protocol")).contains("-");
    assertThat(entry.field("target_group_arn")).isEmpty();
  }
}
