package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pages of a list that is described. A marker names the last item that was shown and its place,
 * so that a list that changes between two pages is gone on with where it was left.
 *
 * @param action whose markers these are; those of another action are refused
 * @param key what identifies an item
 */
record Paging<T>(String action, Function<T, String> key) {

  private static final int LARGEST = 400;

  /** One page, and the marker of the next if there is one. */
  record Page<T>(List<T> items, String nextMarker) {}

  /**
   * The page that was asked for.
   *
   * @param marker from the page before, or null
   * @param size how many items at most, or null
   */
  Page<T> page(List<T> all, String marker, Integer size) throws ApiException {
    int from = marker == null || marker.isEmpty() ? 0 : after(all, marker);
    int to = Math.min(all.size(), from + (size == null ? LARGEST : size));
    return new Page<>(all.subList(from, to), to == all.size() ? null : marker(to, all.get(to - 1)));
  }

  private String marker(int place, T last) {
    String text = String.join("|", action, String.valueOf(place), key.apply(last));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private int after(List<T> all, String marker) throws ApiException {
    String[] parts = decode(marker).orElse("").split("\\|", 3);
    if (parts.length != 3 || !parts[0].equals(action) || !parts[1].matches("[0-9]{1,9}")) {
      throw ApiException.validation("The marker '%s' is not valid".formatted(marker));
    }
    for (int i = 0; i < all.size(); i++) {
      if (key.apply(all.get(i)).equals(parts[2])) {
        return i + 1;
      }
    }
    return Math.min(Integer.parseInt(parts[1]), all.size());
  }

  private static Optional<String> decode(String marker) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
