package io.github.statecraft.examples.shell;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The first sentence of every Javadoc comment, read from the sources in the clone by the compiler of the JDK. Where there are
 * no sources or no compiler, there are no sentences. Keeps what it has read; confined to one thread.
 */
final class FirstSentences {
    /** By class, member and parameters, such as {@code Ranking.Ties#STANDARD} or {@code Ranking#rank(String)}. */
    private final Map<String, String> sentences = new HashMap<>();

    /** Where in the sources a method stands, by the same names. */
    private final Map<String, Integer> positions = new HashMap<>();

    private final Set<Class<?>> read = new HashSet<>();

    /**
     * What a type is.
     *
     * @param type the type
     * @return the first sentence of its comment; empty if it is not known
     */
    Optional<String> of(Class<?> type) {
        return find(type, "");
    }

    /**
     * What a constant or field is.
     *
     * @param type the type that declares it
     * @param field the name of the field
     * @return the first sentence of its comment; empty if it is not known
     */
    Optional<String> of(Class<?> type, String field) {
        return find(type, "#" + field);
    }

    /**
     * What a constructor makes.
     *
     * @param constructor the constructor
     * @return the first sentence of its comment; empty if it is not known
     */
    Optional<String> of(Constructor<?> constructor) {
        return find(constructor.getDeclaringClass(), "#" + key(constructor));
    }

    /**
     * What a method does, as the type that declares it says; for the accessor of a record what the component is.
     *
     * @param method the method
     * @return the first sentence of its comment; empty if it is not known
     */
    Optional<String> of(Method method) {
        return find(method.getDeclaringClass(), "#" + key(method));
    }

    /**
     * Where a method stands in the sources, so that methods are listed in the order in which they were written.
     *
     * @param method the method
     * @return a number that grows from method to method; empty if the sources do not show it
     */
    OptionalInt position(Method method) {
        of(method);
        Integer position = positions.get(Names.of(method.getDeclaringClass()) + "#" + key(method));
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /**
     * What tells a method from others of its class.
     *
     * @param method a method or constructor
     * @return name and simple types of its parameters
     */
    static String key(Executable method) {
        return (method instanceof Constructor<?> ? "<init>" : method.getName())
                + Arrays.stream(method.getGenericParameterTypes())
                        .map(FirstSentences::simple)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private Optional<String> find(Class<?> type, String member) {
        Class<?> top = type;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        if (read.add(top)) {
            read(top);
        }
        return Optional.ofNullable(sentences.get(Names.of(type) + member));
    }

    private void read(Class<?> top) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Optional<Path> source = Checkout.module(top)
                .map(module ->
                        module.resolve("src/main/java").resolve(top.getName().replace('.', '/') + ".java"))
                .filter(Files::exists);
        if (compiler == null || source.isEmpty()) {
            return;
        }
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    problem -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(List.of(source.get())));
            Comments comments = new Comments(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                comments.scan(unit, "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String simple(Type type) {
        if (type instanceof Class<?> c) {
            return c.getSimpleName();
        }
        if (type instanceof ParameterizedType p) {
            return simple(p.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return simple(array.getGenericComponentType()) + "[]";
        }
        return type instanceof TypeVariable<?> variable ? variable.getName() : type.getTypeName();
    }

    /** Walks through a source file; the second argument is the name of the class around. */
    private final class Comments extends TreePathScanner<Void, String> {
        private final DocTrees trees;
        private final PlainText plain;

        Comments(DocTrees trees) {
            this.trees = trees;
            this.plain = new PlainText(trees);
        }

        @Override
        public Void visitClass(ClassTree node, String around) {
            String name = (around.isEmpty() ? "" : around + ".") + node.getSimpleName();
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                keep(name, comment);
                for (var tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree param && !param.isTypeParameter()) {
                        String key = name + "#" + param.getName() + "()";
                        positions.put(key, positions.size());
                        put(key, ended(plain.of(param.getDescription())));
                    }
                }
            }
            return super.visitClass(node, name);
        }

        @Override
        public Void visitMethod(MethodTree node, String around) {
            String key = around + "#" + node.getName()
                    + node.getParameters().stream()
                            .map(parameter -> simple(parameter.getType()))
                            .collect(Collectors.joining(",", "(", ")"));
            positions.put(key, positions.size());
            keep(key, trees.getDocCommentTree(getCurrentPath()));
            return null;
        }

        @Override
        public Void visitVariable(VariableTree node, String around) {
            keep(around + "#" + node.getName(), trees.getDocCommentTree(getCurrentPath()));
            return null;
        }

        private void keep(String key, DocCommentTree comment) {
            if (comment != null) {
                put(key, plain.of(comment.getFirstSentence()));
            }
        }

        private void put(String key, String sentence) {
            if (!sentence.isEmpty()) {
                sentences.put(key, sentence);
            }
        }

        private static String ended(String words) {
            return words.isEmpty() || words.endsWith(".") ? words : words + ".";
        }

        private static String simple(Tree type) {
            if (type instanceof ParameterizedTypeTree parameterized) {
                return simple(parameterized.getType());
            }
            if (type instanceof AnnotatedTypeTree annotated) {
                return simple(annotated.getUnderlyingType());
            }
            if (type instanceof ArrayTypeTree array) {
                return simple(array.getType()) + "[]";
            }
            return type instanceof MemberSelectTree member
                    ? member.getIdentifier().toString()
                    : type.toString();
        }
    }
}
