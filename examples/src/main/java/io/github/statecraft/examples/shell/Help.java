package io.github.statecraft.examples.shell;

import com.google.common.collect.Iterables;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.Jurisdiction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;

/** What to type in the shell. Every method prints lines of at most 100 characters. */
public final class Help {
    private Help() {}

    /** Prints the commands of a first hour. */
    public static void help() {
        System.out.println(page());
    }

    /**
     * Prints what a type of the library can do.
     *
     * @param type such as {@code FundingModel.class}
     */
    public static void help(Class<?> type) {
        System.out.println(of(type));
    }

    /**
     * Prints what a thing can do, or what an attribute means.
     *
     * @param thing such as {@code ref.strategy("CHN").funding()}
     */
    public static void help(Object thing) {
        System.out.println(of(thing));
    }

    /**
     * Prints what a name means.
     *
     * @param name the id of an attribute or framework, a type, or the code or name of a jurisdiction; for any other word,
     *     whose names hold it or come near to it
     */
    public static void help(String name) {
        System.out.println(NameHelp.of(name, ReferenceData.load()));
    }

    /**
     * Prints a list, one thing after another, where the shell would print it in one line; of an empty one says so.
     *
     * @param things such as {@code ref.strategy("CHN").events()}
     */
    public static void show(Iterable<?> things) {
        if (Iterables.isEmpty(things)) {
            System.out.println("empty");
        }
        things.forEach(thing -> System.out.println(listed(thing.toString())));
    }

    /**
     * The commands of a first hour.
     *
     * @return one page
     */
    static String page() {
        try (InputStream in = Help.class.getResourceAsStream("help.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a type can do.
     *
     * @param type any type; of a hidden one the public type that it stands for
     * @return lines
     */
    static String of(Class<?> type) {
        Class<?> shown = type;
        while (Library.isOurs(shown) && !Library.holds(shown) && shown.getSuperclass() != null) {
            shown = shown.getSuperclass();
        }
        if (!Library.holds(shown)) {
            return Columns.hanging(
                    shown.getName() + " is not a type of this library; its own documentation describes it", "  ");
        }
        return TypeHelp.of(shown);
    }

    /**
     * What a thing can do; of an optional or a list what one of its elements can do.
     *
     * @param thing any object
     * @return lines
     */
    static String of(Object thing) {
        if (thing instanceof Attribute attribute) {
            return NameHelp.of(attribute, ReferenceData.load());
        }
        if (thing instanceof Jurisdiction jurisdiction) {
            return NameHelp.of(jurisdiction.code(), ReferenceData.load());
        }
        if (thing instanceof Optional<?> optional) {
            return optional.map(
                            value -> "An Optional, opened by .get() or .orElseThrow(), with this in it:\n" + of(value))
                    .orElse("An empty Optional: there is no such thing here, or it is not known.");
        }
        if (thing instanceof Iterable<?> many) {
            Iterator<?> each = many.iterator();
            return each.hasNext()
                    ? "Several things; this is what the first of them can do:\n" + of(each.next())
                    : "Nothing is in it.";
        }
        return of(thing.getClass());
    }

    /** A line is broken where it is too long; a table is set off from the next. */
    private static String listed(String text) {
        return text.contains("\n") ? text + "\n" : Columns.hanging(text, "  ");
    }
}
