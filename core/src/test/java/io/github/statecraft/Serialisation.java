package io.github.statecraft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What tests of serialisation share: writing and reading back, and the public types of a package. */
public final class Serialisation {
    private Serialisation() {}

    /**
     * One example or more of every public value type of a package.
     *
     * @param packageName the package, whose compiled classes are scanned
     * @param values the examples
     * @param skipped public classes of which there is no example, each with the reason; enums, interfaces, builders and
     *     exceptions need none
     */
    public record Examples(String packageName, List<? extends Serializable> values, Map<Class<?>, String> skipped) {
        /** The public types that are neither covered by an example nor skipped. */
        public List<Class<?>> uncovered() {
            return publicTypes(packageName).stream()
                    .filter(type -> !hasNoValues(type) && !skipped.containsKey(type))
                    .filter(type -> values.stream().noneMatch(value -> covers(value, type)))
                    .toList();
        }

        private static boolean covers(Object value, Class<?> type) {
            boolean isAbstract = Modifier.isAbstract(type.getModifiers());
            return isAbstract ? type.isInstance(value) : type == value.getClass();
        }
    }

    /** Fails unless a value is equal, has the same hash and prints the same after writing and reading it. */
    public static void assertSurvives(Serializable value) {
        Object copy = copy(value);
        assertThat(copy).isNotSameAs(value).isEqualTo(value).hasSameHashCodeAs(value);
        assertThat(copy).hasSameClassAs(value).hasToString(value.toString());
    }

    /** A value, written and read back. */
    public static Object copy(Serializable value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return in.readObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write and read a " + value.getClass(), e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The public types of a package, nested ones included where everything around them is public too. */
    public static List<Class<?>> publicTypes(String packageName) {
        Path folder = classes().resolve(packageName.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .map(name -> packageName + "." + name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .<Class<?>>map(Serialisation::load)
                    .filter(Serialisation::isPublic)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Enums are written by name, interfaces have no instances of their own, builders and exceptions are no values. */
    private static boolean hasNoValues(Class<?> type) {
        return type.isEnum()
                || type.isInterface()
                || type.getSimpleName().equals("Builder")
                || Throwable.class.isAssignableFrom(type);
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (!Modifier.isPublic(outer.getModifiers())) {
                return false;
            }
        }
        return !type.isAnonymousClass();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Serialisation.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(InvalidDataException.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
