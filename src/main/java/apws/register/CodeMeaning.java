package apws.register;

/** A register code, and what it says in words. */
public record CodeMeaning(String code, String meaning) {
}
