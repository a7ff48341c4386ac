package io.albspec.proxy.api.audit;

/** Takes a record of every call. It never fails, and never makes a call wait. */
public interface AuditTrail extends AutoCloseable {

  /** Keeps nothing. */
  AuditTrail NONE =
      new AuditTrail() {
        @Override
        public void add(AuditEvent event) {
          // nobody has asked for it
        }

        @Override
        public void close() {
          // nothing is held
        }
      };

  /** Takes a call that has been answered, or is about to be; from any thread. */
  void add(AuditEvent event);

  /** Writes what has been taken, and no more. */
  @Override
  void close();
}
