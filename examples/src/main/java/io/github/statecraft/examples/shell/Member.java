package io.github.statecraft.examples.shell;

import com.google.common.reflect.TypeToken;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;

/**
 * A method of a type as help lists it.
 *
 * @param group under which heading
 * @param signature such as {@code withGovernmentShare(Observation...): FundingModel}
 * @param sentence what it does, may be empty
 * @param position where in the list, methods of one position in the order of their signatures
 */
record Member(Group group, String signature, String sentence, int position) {
    /** What a method is for, in the order in which one needs it. */
    enum Group {
        /** Static: factories and the like. */
        STATIC("Called on the type itself"),
        /** Without arguments. */
        READ("What it holds"),
        /** Gives the same type again. */
        COPY("Copies with a change; the thing itself never changes"),
        /** With arguments. */
        ASK("What it can tell");

        private final String heading;

        Group(String heading) {
            this.heading = heading;
        }

        /**
         * The groups of a type.
         *
         * @param type the type
         * @return groups in the order in which help lists them
         */
        static List<Group> of(Class<?> type) {
            return isBuilder(type) ? List.of(STATIC, COPY, ASK, READ) : List.of(STATIC, READ, COPY, ASK);
        }

        /**
         * How help calls the group.
         *
         * @param type the type
         * @return a line
         */
        String heading(Class<?> type) {
            if (isBuilder(type) && this != STATIC) {
                return this == COPY ? "Sets something, and gives the builder again" : "Ends the building";
            }
            return heading;
        }
    }

    /**
     * Whether a type builds the type around it.
     *
     * @param type any type
     * @return true for nested types of that name
     */
    static boolean isBuilder(Class<?> type) {
        return type.getEnclosingClass() != null && type.getSimpleName().equals("Builder");
    }

    /**
     * The group of a method.
     *
     * @param type the type that has it
     * @param method the method
     * @return the group
     */
    static Group groupOf(Class<?> type, Method method) {
        if (Modifier.isStatic(method.getModifiers())) {
            return Group.STATIC;
        }
        Class<?> result =
                TypeToken.of(type).resolveType(method.getGenericReturnType()).getRawType();
        if (result == type) {
            return Group.COPY;
        }
        return method.getParameterCount() == 0 ? Group.READ : Group.ASK;
    }
}
