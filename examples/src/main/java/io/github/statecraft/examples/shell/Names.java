package io.github.statecraft.examples.shell;

import com.google.common.reflect.TypeToken;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Types and methods in short names, as one types them in the shell. */
final class Names {
    private Names() {}

    /**
     * A class without its package.
     *
     * @param type the class
     * @return such as {@code Ranking.Ties}
     */
    static String of(Class<?> type) {
        if (type.isArray()) {
            return of(type.getComponentType()) + "[]";
        }
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : of(around) + "." + type.getSimpleName();
    }

    /**
     * A type without packages and wildcards.
     *
     * @param type the type
     * @return such as {@code ImmutableList<Observation>}
     */
    static String of(Type type) {
        if (type instanceof Class<?> c) {
            return of(c);
        }
        if (type instanceof ParameterizedType p) {
            return of(p.getRawType())
                    + Arrays.stream(p.getActualTypeArguments())
                            .map(Names::of)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof WildcardType w) {
            return w.getLowerBounds().length > 0 ? of(w.getLowerBounds()[0]) : wildcard(w.getUpperBounds()[0]);
        }
        return type instanceof GenericArrayType array ? of(array.getGenericComponentType()) + "[]" : type.getTypeName();
    }

    /**
     * A method as one sees it on a type.
     *
     * @param owner the type, which may stand for type parameters of the one that declares the method
     * @param method the method
     * @return such as {@code withGovernmentShare(Observation...): FundingModel}
     */
    static String of(Class<?> owner, Method method) {
        Type result =
                TypeToken.of(owner).resolveType(method.getGenericReturnType()).getType();
        return (Modifier.isStatic(method.getModifiers()) ? of(owner) + "." : "")
                + method.getName()
                + parameters(owner, method)
                + (result == void.class ? "" : ": " + of(result));
    }

    /**
     * A constructor.
     *
     * @param constructor the constructor
     * @return such as {@code new Estimate(double value, Spread)}
     */
    static String of(Constructor<?> constructor) {
        return "new " + of(constructor.getDeclaringClass()) + parameters(constructor.getDeclaringClass(), constructor);
    }

    private static String wildcard(Type bound) {
        return bound == Object.class ? "?" : of(bound);
    }

    private static String parameters(Class<?> owner, Executable method) {
        Parameter[] parameters = method.getParameters();
        Type[] types = method.getGenericParameterTypes();
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < parameters.length; i++) {
            text.append(i == 0 ? "" : ", ");
            String type = of(TypeToken.of(owner).resolveType(types[i]).getType());
            text.append(parameters[i].isVarArgs() ? type.substring(0, type.length() - 2) + "..." : type);
            text.append(saysLittle(types[i]) ? " " + parameters[i].getName() : "");
        }
        return text.append(")").toString();
    }

    /** Numbers and texts need a name to say what is meant; our own types say it themselves. */
    private static boolean saysLittle(Type type) {
        return type instanceof Class<?> c
                && (c.isPrimitive() || c == String.class || c == String[].class || Number.class.isAssignableFrom(c));
    }
}
