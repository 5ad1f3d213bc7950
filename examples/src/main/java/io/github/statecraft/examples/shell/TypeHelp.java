package io.github.statecraft.examples.shell;

import io.github.statecraft.data.ReferenceData;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What help says of a type of the library: what it is, how to get one, and every public method with a sentence. */
final class TypeHelp {
    /** So many places from which a thing comes are enough. */
    private static final int ORIGINS = 4;

    private final Class<?> type;
    private final FirstSentences sentences = new FirstSentences();
    private final List<String> lines = new ArrayList<>();

    private TypeHelp(Class<?> type) {
        this.type = type;
    }

    /**
     * The page about a type.
     *
     * @param type a type for which {@link Library#holds} is true
     * @return lines of at most {@value Columns#WIDTH} characters
     */
    static String of(Class<?> type) {
        TypeHelp help = new TypeHelp(type);
        help.write();
        return String.join("\n", help.lines);
    }

    private void write() {
        lines.add(Names.of(type) + ", " + kind() + " of " + type.getPackageName());
        sentences.of(type).ifPresent(sentence -> lines.add(Columns.hanging(sentence, "")));
        List<Member> members = new Members(type, sentences).all();
        constants();
        variants();
        origins();
        for (Member.Group group : Member.Group.of(type)) {
            List<String> rows = new ArrayList<>();
            if (group == Member.Group.STATIC) {
                rows.addAll(fields());
                rows.addAll(constructors());
            }
            members.stream()
                    .filter(member -> member.group() == group)
                    .forEach(member -> rows.add(Columns.row(member.signature(), member.sentence())));
            section(group.heading(type), rows);
        }
        nested();
    }

    private void section(String heading, List<String> rows) {
        if (!rows.isEmpty()) {
            lines.add("");
            lines.add(heading);
            lines.addAll(rows);
        }
    }

    private String kind() {
        if (type.isEnum()) {
            return "an enum";
        }
        return type.isRecord() ? "a record" : type.isInterface() ? "an interface" : "a class";
    }

    private void constants() {
        if (type.isEnum()) {
            section(
                    "Constants",
                    Arrays.stream(type.getFields())
                            .filter(Field::isEnumConstant)
                            .map(this::row)
                            .toList());
        }
    }

    private void variants() {
        if (type.isSealed()) {
            section(
                    "One of",
                    Arrays.stream(type.getPermittedSubclasses())
                            .filter(Library::holds)
                            .map(variant -> Columns.row(
                                    Names.of(variant), sentences.of(variant).orElse("")))
                            .toList());
        }
    }

    private List<String> fields() {
        return Arrays.stream(type.getFields())
                .filter(field -> field.getDeclaringClass() == type && !field.isEnumConstant())
                .map(this::row)
                .toList();
    }

    private String row(Field field) {
        return Columns.row(
                Names.of(type) + "." + field.getName(),
                sentences.of(type, field.getName()).orElse(""));
    }

    private List<String> constructors() {
        if (Modifier.isAbstract(type.getModifiers())) {
            return List.of();
        }
        return Arrays.stream(type.getConstructors())
                .map(constructor -> Columns.row(
                        Names.of(constructor),
                        type.isRecord()
                                ? "From its parts, which are checked."
                                : sentences.of(constructor).orElse("")))
                .toList();
    }

    /** Methods of other types that give one: those of the reference data first, then those that make it from something. */
    private void origins() {
        if (type.isEnum()) {
            return;
        }
        List<String> origins = Library.types().stream()
                .filter(other -> other != type && other.getEnclosingClass() != type)
                .flatMap(other -> publicMethods(other))
                .filter(this::gives)
                .sorted(Comparator.comparing((Method method) -> method.getDeclaringClass() != ReferenceData.class)
                        .thenComparing(method -> method.getReturnType() != type)
                        .thenComparing(method -> method.getParameterCount() == 0)
                        .thenComparing(TypeHelp::origin))
                .map(TypeHelp::origin)
                .limit(ORIGINS)
                .toList();
        section("Comes from", origins);
    }

    private static Stream<Method> publicMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    private static String origin(Method method) {
        Class<?> other = method.getDeclaringClass();
        return Columns.row(
                Names.of(other, method), Modifier.isStatic(method.getModifiers()) ? "" : "of " + Names.of(other));
    }

    /** Whether a method gives the type, several of it, or its builder. */
    private boolean gives(Method method) {
        if (method.getReturnType() == type) {
            return true;
        }
        if (method.getGenericReturnType() instanceof ParameterizedType several) {
            return Arrays.asList(several.getActualTypeArguments()).contains(type);
        }
        return Member.isBuilder(method.getReturnType())
                && method.getReturnType().getEnclosingClass() == type;
    }

    private void nested() {
        String names = Arrays.stream(type.getDeclaredClasses())
                .filter(Library::holds)
                .map(Names::of)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!names.isEmpty() && !type.isSealed()) {
            lines.add("");
            lines.add(Columns.hanging("Also there: " + names, "  "));
        }
    }
}
