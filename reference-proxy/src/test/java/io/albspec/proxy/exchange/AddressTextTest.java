package io.albspec.proxy.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "::1, ::1",
    "::, ::",
    "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
    "2001:db8:85a3:8d3:1319:8a2e:370:7348, 2001:db8:85a3:8d3:1319:8a2e:370:7348",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "1:0:0:0:0:0:0:0, 1::",
    "0:0:2:3:4:5:6:0a, ::2:3:4:5:6:a",
  })
  void thereIsOneFormForEach(String address, String text) throws Exception {
    assertThat(AddressText.of(InetAddress.getAllByName(address)[0])).isEqualTo(text);
  }

  @Test
  void onlyIpv6IsBracketed() throws Exception {
    InetAddress six = InetAddress.getAllByName("::1")[0];
    InetAddress four = InetAddress.getAllByName("127.0.0.1")[0];

    assertThat(AddressText.of(new InetSocketAddress(six, 80))).isEqualTo("[::1]:80");
    assertThat(AddressText.of(new InetSocketAddress(four, 80))).isEqualTo("127.0.0.1:80");
  }
}
