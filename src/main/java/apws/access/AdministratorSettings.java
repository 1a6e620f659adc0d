package apws.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account with which everything else is set up, made when the application first starts.
 *
 * @param password needed until the account is there; changing it here later changes nothing
 */
@ConfigurationProperties("apws.administrator")
record AdministratorSettings(
        String id,
        String password,
        @DefaultValue("System") String firstName,
        @DefaultValue("Administrator") String lastName,
        @DefaultValue("") String email) {

    boolean hasPasswordOf(int characters) {
        return password != null && password.length() >= characters;
    }

    /** Without the password, so that it stands in no log. */
    @Override
    public String toString() {
        return "AdministratorSettings[id=" + id + "]";
    }
}
