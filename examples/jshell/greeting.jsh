System.out.println("Statecraft: national AI strategies with the evidence behind every number; ref is the bundled data.")
System.out.println("Type help() for what to type in a first hour, and /exit to leave.")
