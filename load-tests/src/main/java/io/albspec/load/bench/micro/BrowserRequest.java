package io.albspec.load.bench.micro;

import java.nio.charset.StandardCharsets;

/** A request as a browser sends it, with 12 headers. */
final class BrowserRequest {

  private static final String TEXT =
      """
      GET /shop/items/4711?color=blue&size=m HTTP/1.1
      Host: www.example.com
      Connection: keep-alive
      Cache-Control: max-age=0
      Upgrade-Insecure-Requests: 1
      User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0
      Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8
      Sec-Fetch-Site: same-origin
      Sec-Fetch-Mode: navigate
      Referer: https://www.example.com/shop
      Accept-Encoding: gzip, deflate, br
      Accept-Language: en-GB,en;q=0.9
      Cookie: session=4f1c0a52b7d94e0f; consent=yes; theme=dark

      """;

  private BrowserRequest() {}

  static byte[] bytes() {
    return TEXT.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }
}
