package io.github.statecraft.examples.shell;

import com.google.common.collect.ObjectArrays;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * The interactive shell: the JShell of the JDK, with everything imported and with tables shown whole, where JShell itself
 * cuts a value after 1,000 characters.
 *
 * <p>It starts with what JShell keeps of a user, such as the lines typed before, and gives back the lines typed here, so that
 * the up arrow finds them in both. Everything else that is set here, even with {@code -retain}, ends with the shell: JShell
 * itself shows values as before.
 */
public final class Shell {
    private static final String FEEDBACK = "statecraft";

    /** More characters than the longest table has. */
    private static final int WHOLE = 200_000;

    /** Where JShell keeps settings and history of a user. */
    private static final String NODE = "tool/JShell";

    private static final String HISTORY = "HISTORY_LINE_";

    private Shell() {}

    /**
     * Runs the shell until the user leaves it, and exits with the code that {@code /exit} was given, 0 if none.
     *
     * @param args options of {@code jshell}, such as {@code -R-Xmx4g}
     * @throws Exception if the shell cannot be started
     */
    public static void main(String[] args) throws Exception {
        Preferences kept = Preferences.userRoot().node(NODE);
        int code = run(JavaShellToolBuilder.builder(), kept, args);
        System.exit(code);
    }

    /**
     * Runs the shell.
     *
     * @param tool where it reads and writes
     * @param kept what JShell keeps of a user; the lines typed are added
     * @param args further options of {@code jshell}
     * @return the code that {@code /exit} was given, 0 if none
     * @throws Exception if the shell cannot be started
     */
    static int run(JavaShellToolBuilder tool, Preferences kept, String... args) throws Exception {
        Map<String, String> settings = read(kept);
        settings.putAll(feedback());
        int code = tool.persistence(settings).start(options(args));
        keepHistory(settings, kept);
        return code;
    }

    /**
     * How JShell is started.
     *
     * @param more further options
     * @return options: the class path of this virtual machine, the start files of the clone, and the further ones
     * @throws ScriptFailure if the start files are not found
     */
    private static String[] options(String... more) throws ScriptFailure {
        Path start = Session.startFile();
        String[] ours = {
            "--class-path", System.getProperty("java.class.path"),
            "--startup", start.toString(),
            "--startup", start.resolveSibling("greeting.jsh").toString()
        };
        return ObjectArrays.concat(ours, more, String.class);
    }

    /**
     * The settings with which values are shown whole. JShell takes them from a user only, or from what it has kept of an
     * earlier run; so a run is made in which they are typed.
     *
     * @return what JShell keeps of them
     * @throws Exception if JShell does not run
     */
    private static Map<String, String> feedback() throws Exception {
        String typed = String.join(
                "\n",
                "/set mode " + FEEDBACK + " normal -command",
                "/set truncation " + FEEDBACK + " " + WHOLE + " expression,varvalue",
                "/set mode " + FEEDBACK + " -retain",
                "/set feedback -retain " + FEEDBACK,
                "/exit\n");
        Map<String, String> settings = new HashMap<>();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        JavaShellToolBuilder.builder()
                .persistence(settings)
                .in(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), null)
                .out(nowhere)
                .err(nowhere)
                .run("--no-startup", "--execution", "local");
        settings.keySet().removeIf(key -> key.startsWith(HISTORY));
        return settings;
    }

    /** What JShell keeps of a user; nothing where it cannot be read. */
    private static Map<String, String> read(Preferences kept) {
        Map<String, String> settings = new HashMap<>();
        try {
            for (String key : kept.keys()) {
                settings.put(key, kept.get(key, ""));
            }
        } catch (BackingStoreException e) {
            settings.clear();
        }
        return settings;
    }

    /** Gives the lines typed back to JShell, in place of the history that it has. */
    private static void keepHistory(Map<String, String> settings, Preferences kept) {
        try {
            for (String key : kept.keys()) {
                if (key.startsWith(HISTORY)) {
                    kept.remove(key);
                }
            }
            settings.forEach((key, value) -> {
                if (key.startsWith(HISTORY) && value.length() <= Preferences.MAX_VALUE_LENGTH) {
                    kept.put(key, value);
                }
            });
            kept.flush();
        } catch (BackingStoreException e) {
            System.err.println("Shell: the lines typed cannot be kept for the next time (" + e.getMessage() + ")");
        }
    }
}
