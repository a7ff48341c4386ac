package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.PolicyTrial;
import io.albspec.steps.world.SecureListener;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What listeners accept by their security policies. */
public final class PolicySteps {

  private static final String PROTOCOL = "Protocol-";

  private final SecureListener listener;
  private final PolicyTrial trial;
  private final Expectations expectations;

  /** The listener of this scenario, tried out. */
  public PolicySteps(SecureListener listener, PolicyTrial trial, Expectations expectations) {
    this.listener = listener;
    this.trial = trial;
    this.expectations = expectations;
  }

  /** A table of the guide: protocols and ciphers by policies. */
  @Then("the listener accepts with each security policy exactly:")
  public void accepts(DataTable table) {
    List<List<String>> cells = table.cells();
    List<String> ciphers = marked(cells, 0, false);
    for (int column = 1; column < cells.get(0).size(); column++) {
      String policy = cells.get(0).get(column);
      List<String> versions = marked(cells, column, true);
      List<String> allowed = marked(cells, column, false);
      listener.policy(policy);
      expectations.check(
          () ->
              assertThat(trial.accepted(ciphers))
                  .as("what clients get that offer one version and one cipher, with %s", policy)
                  .isEqualTo(PolicyTrial.combinations(versions, allowed)));
    }
  }

  /** The names of the rows that are marked in a column; in the first one all are. */
  private static List<String> marked(List<List<String>> cells, int column, boolean protocols) {
    return cells.subList(1, cells.size()).stream()
        .filter(row -> column == 0 || row.get(column) != null)
        .map(row -> row.get(0))
        .filter(name -> name.startsWith(PROTOCOL) == protocols)
        .map(name -> protocols ? name.substring(PROTOCOL.length()) : name)
        .toList();
  }

  /** The order of preference, whatever the order of the client. */
  @Then("the listener prefers for {s} the ciphers in this order:")
  public void prefers(String version, DataTable order) {
    List<String> wanted = order.cells().stream().map(row -> row.get(0)).toList();
    List<String> backwards = new ArrayList<>(wanted);
    Collections.reverse(backwards);
    expectations.check(
        () -> assertThat(trial.preferred(version, backwards)).containsExactlyElementsOf(wanted));
  }
}
