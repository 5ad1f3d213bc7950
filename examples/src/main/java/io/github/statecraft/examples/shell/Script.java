package io.github.statecraft.examples.shell;

import com.google.common.base.Splitter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs files of Java as one types it in the shell, prints the value of each expression, and stops at the first error. The
 * files know what the interactive shell knows at its start ({@code examples/jshell/start.jsh}) and what the files before
 * them have declared.
 */
public final class Script {
    private static final String USAGE = "Script: no file is given; name one or more, separated by commas:\n"
            + "  mvn -q compile exec:exec@script -Djshell.script=examples/jshell/first-hour.jsh";

    private static final Splitter NAMES = Splitter.on(',').trimResults().omitEmptyStrings();

    private Script() {}

    /**
     * Runs files and exits: with code 0 if all went well, with 1 after an error, which is told on the standard error stream.
     *
     * @param args names of files, relative to the working directory; one argument may hold several, separated by commas
     */
    public static void main(String[] args) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        try {
            run(files(args), System.out);
        } catch (ScriptFailure e) {
            System.out.flush();
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    /**
     * The files that arguments name.
     *
     * @param args the arguments of {@link #main}
     * @return at least one file
     * @throws ScriptFailure if there is none
     */
    static List<Path> files(String... args) throws ScriptFailure {
        List<Path> files = Arrays.stream(args)
                .flatMap(NAMES::splitToStream)
                .filter(name -> !name.equals("-"))
                .map(Path::of)
                .toList();
        if (files.isEmpty()) {
            throw new ScriptFailure(USAGE);
        }
        return files;
    }

    /**
     * Runs files one after another in one session.
     *
     * @param files the files
     * @param out where values go; what the files print themselves goes to {@code System.out}
     * @throws ScriptFailure at the first thing that does not work
     */
    static void run(List<Path> files, PrintStream out) throws ScriptFailure {
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(read(file));
        }
        try (Session session = Session.open()) {
            for (int i = 0; i < texts.size(); i++) {
                session.run(files.get(i).toString(), texts.get(i), value -> print(value, out));
            }
        }
    }

    /**
     * The text of a file.
     *
     * @param file a text in UTF-8
     * @return the text
     * @throws ScriptFailure if the file cannot be read
     */
    static String read(Path file) throws ScriptFailure {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ScriptFailure("Script: there is no file " + file + " in "
                    + Path.of("").toAbsolutePath() + "; name files relative to that directory");
        } catch (CharacterCodingException e) {
            throw new ScriptFailure("Script: the file " + file + " is not a text in UTF-8; save it as one");
        } catch (IOException e) {
            throw new ScriptFailure("Script: the file " + file + " cannot be read (" + e + ")");
        }
    }

    /** A table is set off from what follows. */
    private static void print(String value, PrintStream out) {
        out.println(value);
        if (value.contains("\n")) {
            out.println();
        }
    }
}
