package io.github.statecraft.examples.shell;

import com.google.common.reflect.ClassPath;
import io.github.statecraft.data.ReferenceData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The public types of the library. */
final class Library {
    private static final String BASE = "io.github.statecraft";

    private static final List<Class<?>> TYPES = read();

    private Library() {}

    /**
     * Every public type.
     *
     * @return classes in the order of their short names, nested ones after the one around
     */
    static List<Class<?>> types() {
        return TYPES;
    }

    private static List<Class<?>> read() {
        List<Class<?>> types = new ArrayList<>();
        try {
            ClassPath.from(ReferenceData.class.getClassLoader()).getTopLevelClassesRecursive(BASE).stream()
                    .map(ClassPath.ClassInfo::load)
                    .filter(Library::holds)
                    .forEach(type -> addWithNested(type, types));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        types.sort(Comparator.comparing(Names::of));
        return List.copyOf(types);
    }

    /**
     * The type of a name.
     *
     * @param name such as {@code FundingModel} or {@code Ranking.Ties}, or that of a member as in {@code
     *     EvidenceKind.SURVEY}; capitals do not matter
     * @return the type, for a member the one before the dot; empty if there is none
     */
    static Optional<Class<?>> find(String name) {
        return named(name).or(() -> named(name.substring(0, Math.max(0, name.lastIndexOf('.')))));
    }

    private static Optional<Class<?>> named(String name) {
        return types().stream()
                .filter(type -> Names.of(type).equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Whether a type is one that users see.
     *
     * @param type any type
     * @return true for public types of exported packages and what is public in them
     */
    static boolean holds(Class<?> type) {
        String name = type.getPackageName();
        return isOurs(type)
                && !name.startsWith(BASE + ".internal")
                && !name.startsWith(BASE + ".examples")
                && Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || holds(type.getEnclosingClass()));
    }

    /**
     * Whether a type was written or generated here.
     *
     * @param type any type
     * @return true for what is in the packages of this repository
     */
    static boolean isOurs(Class<?> type) {
        return type.getPackageName().equals(BASE) || type.getPackageName().startsWith(BASE + ".");
    }

    private static void addWithNested(Class<?> type, List<Class<?>> types) {
        types.add(type);
        for (Class<?> nested : type.getDeclaredClasses()) {
            if (Modifier.isPublic(nested.getModifiers())) {
                addWithNested(nested, types);
            }
        }
    }
}
