package io.github.statecraft.guard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads with javap what compiled classes refer to. The constant pool names every method and field a class uses, by call, by
 * method reference or through a lambda.
 */
final class BytecodeScanner {
    private static final Pattern CLASS = Pattern.compile("^ {2}this_class: #\\d+ +// (\\S+)$");
    private static final Pattern SUPERCLASS = Pattern.compile("^ {2}super_class: #\\d+ +// (\\S+)$");
    private static final Pattern MEMBER =
            Pattern.compile("^ *#\\d+ = (?:Fieldref|Methodref|InterfaceMethodref) +#\\d+\\.#\\d+ +// (\\S+)$");
    private static final Pattern DYNAMIC = Pattern.compile("^ *#\\d+ = InvokeDynamic +#\\d+:#\\d+ +// #\\d+:(\\S+)$");
    private static final Pattern DESCRIPTOR = Pattern.compile("^ +descriptor: (\\S+)$");
    private static final Pattern SIGNATURE = Pattern.compile("^ +Signature: #\\d+ +// (\\S+)$");

    private String user = "";
    private boolean isRecord;
    private boolean inComponents;
    private boolean generatesToString;
    private final List<String> components = new ArrayList<>();
    private final List<Reference> found = new ArrayList<>();

    private BytecodeScanner() {}

    /**
     * A class and something it refers to.
     *
     * @param user the class, by its full name
     * @param member what it refers to: {@code java/lang/Math.exp:(D)D}; {@code invokedynamic.NAME:DESCRIPTOR} for a call
     *     that is linked at run time; {@code record-toString:(TYPE,TYPE)} for a record that leaves its text to the JDK
     */
    record Reference(String user, String member) {}

    /** All references of all given class files. */
    static List<Reference> scan(List<Path> classFiles) {
        List<String> arguments = new ArrayList<>(List.of("-v", "-p"));
        classFiles.forEach(file -> arguments.add(file.toString()));
        BytecodeScanner scanner = new BytecodeScanner();
        CoreTree.output("javap", arguments).lines().forEach(scanner::read);
        scanner.endClass();
        return List.copyOf(scanner.found);
    }

    private void read(String line) {
        Matcher matcher = CLASS.matcher(line);
        if (matcher.matches()) {
            endClass();
            user = matcher.group(1).replace("\"", "").replace('/', '.');
            return;
        }
        if ((matcher = SUPERCLASS.matcher(line)).matches()) {
            isRecord = matcher.group(1).equals("java/lang/Record");
        } else if ((matcher = MEMBER.matcher(line)).matches()) {
            found.add(new Reference(user, matcher.group(1)));
        } else if ((matcher = DYNAMIC.matcher(line)).matches()) {
            found.add(new Reference(user, "invokedynamic." + matcher.group(1)));
            generatesToString |=
                    matcher.group(1).equals("toString:(L" + user.replace('.', '/') + ";)Ljava/lang/String;");
        } else if (!line.startsWith(" ") && !line.isEmpty()) {
            inComponents = line.equals("Record:");
        } else if (inComponents) {
            readComponent(line);
        }
    }

    private void readComponent(String line) {
        Matcher descriptor = DESCRIPTOR.matcher(line);
        Matcher signature = SIGNATURE.matcher(line);
        if (descriptor.matches()) {
            components.add(descriptor.group(1));
        } else if (signature.matches()) {
            components.set(components.size() - 1, signature.group(1));
        }
    }

    private void endClass() {
        if (isRecord && generatesToString) {
            found.add(new Reference(user, "record-toString:(" + String.join(",", components) + ")"));
        }
        isRecord = false;
        inComponents = false;
        generatesToString = false;
        components.clear();
    }
}
