package io.albspec.proxy.api;

import io.albspec.proxy.api.audit.AuditEvent;
import io.albspec.proxy.api.audit.AuditTrail;
import io.albspec.proxy.api.signature.Authentication;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An endpoint in real time that verifies signatures, for two users. */
final class SignedAccount implements AutoCloseable {

  static final String KEY = "AKIDEXAMPLE";
  static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  static final String TEMPORARY_KEY = "ASIDEXAMPLE";
  static final String TOKEN = "a-session-token";

  private final Time time = Time.real();
  private final List<AuditEvent> audited = new CopyOnWriteArrayList<>();
  private final ControlEndpoint endpoint;

  SignedAccount(Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("credentials"),
            """
            [default]
            aws_access_key_id = %s
            aws_secret_access_key = %s
            [temporary]
            aws_access_key_id = %s
            aws_secret_access_key = %s
            aws_session_token = %s
            """
                .formatted(KEY, SECRET, TEMPORARY_KEY, SECRET, TOKEN));
    endpoint =
        ControlEndpoint.builder()
            .time(time)
            .dataPlane(new RecordingDataPlane())
            .audit(trail())
            .authentication(Authentication.withCredentials(file, "us-east-2", time))
            .start();
  }

  private AuditTrail trail() {
    return new AuditTrail() {
      @Override
      public void add(AuditEvent event) {
        audited.add(event);
      }

      @Override
      public void close() {}
    };
  }

  /** The calls so far. */
  List<AuditEvent> audited() {
    return audited;
  }

  URI url() {
    return endpoint.endpoint();
  }

  @Override
  public void close() {
    endpoint.close();
    time.close();
  }
}
