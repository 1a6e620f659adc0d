package apws.legal;

import apws.calendar.PostClass;
import java.time.LocalDate;

/**
 * How a notice reached the parent.
 *
 * @param receivedOn      shown to have been received, later than the post's usual course; null to go by that
 * @param receivedBecause what shows it; needed with {@code receivedOn}
 */
public record NoticeService(LocalDate postedOn, PostClass postClass, LocalDate receivedOn, String receivedBecause) {
}
