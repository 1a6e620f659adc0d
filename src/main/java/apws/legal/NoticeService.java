package apws.legal;

import java.time.LocalDate;

/**
 * How a notice reached the parent.
 *
 * @param postClass       such as {@code first class}, or {@code by hand}
 * @param receivedOn      shown to have been received; null to go by the post
 * @param receivedBecause what shows it; needed with {@code receivedOn}
 */
public record NoticeService(LocalDate postedOn, String postClass, LocalDate receivedOn, String receivedBecause) {
}
