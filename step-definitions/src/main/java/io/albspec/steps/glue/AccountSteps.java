package io.albspec.steps.glue;

import io.albspec.steps.world.Sut;
import io.albspec.steps.world.TrustFiles;
import io.cucumber.java.en.Given;

/** What an account has before its load balancers: quotas, files in buckets. */
public final class AccountSteps {

  private final Sut sut;
  private final TrustFiles files;

  /** The account of this system. */
  public AccountSteps(Sut sut, TrustFiles files) {
    this.sut = sut;
    this.files = files;
  }

  /** Adjusts a quota. */
  @Given("the quota {s} is adjusted to {n}")
  public void quota(String name, int value) {
    sut.adjust(name, value);
  }

  /** Puts CA certificates into the bucket. */
  @Given("the bucket has a CA bundle {s} with {n} certificate(s)")
  public void bundle(String key, int certificates) {
    files.bundle(key, certificates);
  }

  /** Deletes all that is in the bucket. */
  @Given("the bucket loses its files")
  public void losesFiles() {
    files.delete();
  }

  /** Puts a revocation list into the bucket. */
  @Given("the bucket has a revocation list {s} with 2 entries")
  public void revocationList(String key) {
    files.revocationList(key);
  }
}
