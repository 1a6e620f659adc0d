package apws.letter;

/**
 * A parent who is not written to.
 *
 * @param because in words, such as {@code no usable address is known}
 */
public record Withheld(long parentId, String parentName, String because) {
}
