package apws.procedure.deployment;

/** Why a diagram, decision table or form is not deployed: what is wrong, and at which element. */
record DiagramMistake(String elementId, String elementName, String what) {

    String inWords() {
        return elementName == null || elementName.isEmpty() ? "%s: %s".formatted(elementId, what) : "%s (%s): %s".formatted(elementId, elementName, what);
    }
}
