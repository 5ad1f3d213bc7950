package io.github.statecraft.examples.shell;

import com.google.common.base.Splitter;
import com.google.common.reflect.TypeToken;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The public methods of a type, those from hidden generated classes among them. What the sources do not say of a generated
 * wither or setter follows from what they say of the attribute.
 */
final class Members {
    private static final Splitter CLAUSES = Splitter.onPattern("[;:.](?:\\s|$)");

    private final Class<?> type;
    private final FirstSentences sentences;

    Members(Class<?> type, FirstSentences sentences) {
        this.type = type;
        this.sentences = sentences;
    }

    /**
     * Every public method once, without those of {@code Object}, {@code Enum} and other types of the JDK.
     *
     * @return methods by group, in the order of the sources
     */
    List<Member> all() {
        List<Member> members = new ArrayList<>();
        for (Method method : methods()) {
            members.add(new Member(
                    Member.groupOf(type, method), Names.of(type, method), sentence(method), position(method)));
        }
        members.sort(Comparator.comparing(Member::group)
                .thenComparing(Member::position)
                .thenComparing(member -> member.signature().contains("UnaryOperator"))
                .thenComparing(Member::signature));
        return members;
    }

    /**
     * The methods behind {@link #all()}.
     *
     * @return methods, the type's own first
     */
    List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Class<?> ancestor : ancestry(type)) {
            for (Method method : ancestor.getDeclaredMethods()) {
                boolean inherited = ancestor != type;
                boolean isShown = Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic()
                        && !(inherited && Modifier.isStatic(method.getModifiers()))
                        && !isOfTheJdk(method);
                if (isShown && seen.add(method.getName() + Arrays.toString(method.getParameterTypes()))) {
                    methods.add(method);
                }
            }
        }
        return methods;
    }

    private boolean isOfTheJdk(Method method) {
        boolean ofEnum = type.isEnum()
                && Modifier.isStatic(method.getModifiers())
                && (method.getName().equals("values") || method.getName().equals("valueOf"));
        return ofEnum
                || Arrays.stream(Object.class.getDeclaredMethods())
                        .anyMatch(inherited -> inherited.getName().equals(method.getName())
                                && Arrays.equals(inherited.getParameterTypes(), method.getParameterTypes()));
    }

    private String sentence(Method method) {
        return said(type, method.getName(), method.getParameterTypes()).orElseGet(() -> generated(method));
    }

    /** What the nearest of the ancestors that says something says of a method. */
    private Optional<String> said(Class<?> of, String name, Class<?>... parameters) {
        return ancestry(of).stream()
                .flatMap(place -> Arrays.stream(place.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name))
                .filter(method -> Arrays.equals(method.getParameterTypes(), parameters))
                .flatMap(method -> sentences.of(method).stream())
                .findFirst();
    }

    /** A type, its superclasses and its interfaces, as far as they are written or generated here. */
    private static List<Class<?>> ancestry(Class<?> type) {
        return TypeToken.of(type).getTypes().rawTypes().stream()
                .filter(Library::isOurs)
                .<Class<?>>map(ancestor -> ancestor)
                .toList();
    }

    private int position(Method method) {
        return sentences.position(method).orElseGet(() -> attribute(method)
                .flatMap(name -> accessor(name))
                .map(accessor -> sentences.position(accessor).orElse(Integer.MAX_VALUE))
                .orElse(Integer.MAX_VALUE));
    }

    /** The type whose attributes are set: of a builder the one around. */
    private Class<?> owner() {
        return Member.isBuilder(type) ? type.getEnclosingClass() : type;
    }

    private Optional<Method> accessor(String attribute) {
        return Arrays.stream(owner().getMethods())
                .filter(method -> method.getName().equals(attribute) && method.getParameterCount() == 0)
                .filter(method -> !method.isSynthetic())
                .findFirst();
    }

    /** Which attribute a wither or setter is about. */
    private Optional<String> attribute(Method method) {
        for (String prefix : List.of("with", "addAll", "add", "putAll", "put", "")) {
            String name = method.getName();
            if (name.startsWith(prefix) && name.length() > prefix.length() && method.getParameterCount() > 0) {
                String rest = name.substring(prefix.length());
                String attribute = prefix.isEmpty() ? rest : Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
                if (accessor(attribute).isPresent()) {
                    return Optional.of(attribute);
                }
            }
        }
        return Optional.empty();
    }

    private String generated(Method method) {
        if (method.getName().equals("build") && method.getParameterCount() == 0) {
            return "Builds the " + owner().getSimpleName() + ", or says what is missing or wrong.";
        }
        if (method.getName().equals("compareTo")) {
            return "Negative if it comes before the other, positive if after it.";
        }
        Optional<String> attribute = attribute(method);
        if (attribute.isEmpty()) {
            return "";
        }
        String name = attribute.get();
        Class<?> parameter = method.getParameterTypes()[0];
        boolean isMany =
                Iterable.class.isAssignableFrom(accessor(name).orElseThrow().getReturnType());
        if (parameter == UnaryOperator.class) {
            return "A copy with " + (isMany ? "each of " : "") + name + " changed by a function.";
        }
        String what = name
                + (parameter == Optional.class ? ", or none" : "")
                + said(owner(), name).map(Members::clause).orElse("") + ".";
        if (method.getName().startsWith("with")) {
            return "A copy with " + (isMany ? "other " : "another ") + what;
        }
        return (method.getName().equals(name) ? "Sets " : "Adds to ") + what;
    }

    /** The start of a sentence, to go on with after a colon; abbreviations keep their capitals. */
    private static String clause(String sentence) {
        String start = CLAUSES.split(sentence).iterator().next();
        boolean isWord = start.length() < 2 || !Character.isUpperCase(start.charAt(1));
        return ": " + (isWord ? Character.toLowerCase(start.charAt(0)) + start.substring(1) : start);
    }
}
