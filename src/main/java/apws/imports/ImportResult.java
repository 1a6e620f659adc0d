package apws.imports;

import java.time.Instant;
import java.util.List;

/**
 * What became of a file.
 *
 * @param kind           as {@code register} or {@code pupils}: what {@link FileReader} there is for it
 * @param schoolCode     the one school for which it was sent; null for a file of several
 * @param refusedBecause why nothing of the file was taken; null when it was read
 * @param rows           rows below the headings
 * @param rejected       lines or, in a wide register, marks that were not taken: each with its reason in the list of rejected rows
 * @param added          marks, or rows, that were new
 * @param corrected      marks, or rows, that replaced what was held
 * @param unchanged      marks, or rows, that said what was held already
 * @param remarks        what else the sender is to know, in sentences
 * @param status         {@code waiting} until it is read, then {@code read} or {@code refused}
 */
public record ImportResult(Long id, String kind, String fileName, String schoolCode, String importedBy, Instant importedAt,
                           String refusedBecause, long rows, long rejected, long added, long corrected, long unchanged,
                           List<String> remarks, String status) {
}
