package apws.letter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who writes: the council as it stands on every letter. Nothing here has a default, and without all of it the product does not
 * start, so that no letter ever leaves in nobody's name.
 *
 * @param address       of the service, line by line, the postcode last
 * @param hours         when the telephone is answered, in words
 * @param legalServices where cases for prosecution go
 * @param privacyNotice web address of the privacy notice
 * @param otherFormats  how to ask for an interpreter, large print or another format: a telephone number and an e-mail address, in words
 */
@Validated
@ConfigurationProperties("apws.authority")
public record Authority(
        @NotBlank(message = "set the council's name, as on its letters") String name,
        @NotBlank(message = "set the service's name, such as Attendance & Pupil Welfare Service") String serviceName,
        @NotEmpty(message = "set the service's postal address, a list of lines") List<String> address,
        @NotBlank(message = "set the service's telephone number") String telephone,
        @NotBlank(message = "set the service's e-mail address") String email,
        @NotBlank(message = "set when the service's telephone is answered") String hours,
        @NotNull(message = "set name and post of the officer who signs for the service") @Valid Signatory signatory,
        @NotNull(message = "set name and address of the authority's legal-services") @Valid LegalServices legalServices,
        @NotBlank(message = "set the web address of the privacy notice") String privacyNotice,
        @NotBlank(message = "set how to ask for an interpreter, large print or another format") String otherFormats) {

    /** A real person and the post held. */
    public record Signatory(
            @NotBlank(message = "set the name of the officer who signs for the service") String name,
            @NotBlank(message = "set the post of the officer who signs for the service") String post) {
    }

    /** @param address line by line, the postcode last */
    public record LegalServices(
            @NotBlank(message = "set the name of the authority's legal services") String name,
            @NotEmpty(message = "set the postal address of the authority's legal services, a list of lines") List<String> address) {
    }
}
