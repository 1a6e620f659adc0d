package apws.legal;

import java.time.LocalDate;

/** The evidence as it went to Legal Services (S4-05). */
public record Submission(LocalDate on, int bundleVersion, String bundleSha256) {
}
