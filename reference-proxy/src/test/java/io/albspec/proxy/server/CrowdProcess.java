package io.albspec.proxy.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;

/**
 * A crowd in a process of its own: it takes no memory and no file descriptors from the balancer's,
 * and can be stopped as if its machine had lost its power. Loopback allows no more than that: the
 * kernel still acknowledges what it is sent.
 */
final class CrowdProcess implements AutoCloseable {

  private static final int DESCRIPTORS_FOR_OTHERS = 1_000;

  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter commands;

  private CrowdProcess(Process process) {
    this.process = process;
    this.answers = process.inputReader(UTF_8);
    this.commands = process.outputWriter(UTF_8);
  }

  /** As many clients as wanted, or as the limit of file descriptors allows: that is told then. */
  static int atMost(int wanted) {
    UnixOperatingSystemMXBean system =
        (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    int allowed =
        (int) Math.min(wanted, system.getMaxFileDescriptorCount() - DESCRIPTORS_FOR_OTHERS);
    if (allowed < wanted) {
      System.err.printf(
          "ATTENTION: tried with %d connections, not %d: raise the limit of open files (ulimit -n)%n",
          allowed, wanted);
    }
    return allowed;
  }

  /** Starts a process in which so many clients connect to that port. */
  static CrowdProcess start(int count, int port) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrowdProcess.class.getName(),
                String.valueOf(count),
                String.valueOf(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    CrowdProcess crowd = new CrowdProcess(process);
    crowd.awaitDone();
    return crowd;
  }

  /** Each sends this. */
  void send(String text) throws IOException {
    command("send", text);
  }

  /** One after the other sends this, and reads an answer of so many bytes. */
  void exchange(String text, int bytes) throws IOException {
    command("exchange", text + bytes);
  }

  private void command(String verb, String argument) throws IOException {
    commands.write(verb + " " + URLEncoder.encode(argument, UTF_8) + "\n");
    commands.flush();
    awaitDone();
  }

  private void awaitDone() throws IOException {
    String answer = answers.readLine();
    if (!"done".equals(answer)) {
      throw new IOException("the crowd says " + answer);
    }
  }

  /** Its clients do nothing from now on, and do not end their connections either. */
  void vanish() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The crowd's own process. */
  public static void main(String[] args) throws IOException {
    try (Crowd crowd = new Crowd(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      System.out.println("done");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] command = line.split(" ", 2);
        System.out.println(obey(crowd, command[0], URLDecoder.decode(command[1], UTF_8)));
      }
    }
  }

  private static String obey(Crowd crowd, String verb, String argument) throws IOException {
    if (verb.equals("send")) {
      crowd.send(argument);
      return "done";
    }
    int end = argument.lastIndexOf('\n') + 1;
    int bytes = Integer.parseInt(argument.substring(end));
    long missing = crowd.exchange(argument.substring(0, end), bytes);
    return missing == 0 ? "done" : missing + " clients received less than " + bytes + " bytes";
  }
}
