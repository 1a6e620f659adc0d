package apws.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** A user id and a password, checked by the engine. Whichever of the two is wrong, the answer is the same. */
@Component
class PasswordCheck implements AuthenticationProvider {

    private final People people;
    private final SignInDelays delays;

    PasswordCheck(People people, SignInDelays delays) {
        this.people = people;
        this.delays = delays;
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        var id = claimed.getName();
        var address = claimed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (!isRight(id, String.valueOf(claimed.getCredentials()), address)) {
            throw new BadCredentialsException("No such user, a wrong password, or too many wrong ones just before it.");
        }
        return people.withTheirGroups(id).orElseThrow(() -> new BadCredentialsException("No such user."));
    }

    /** Whether this is their password, tried from this address with as long a wait as wrong ones have earned there. */
    boolean isRight(String id, String password, String address) {
        return people.exists(id) && delays.isRight(id, address, () -> people.isPassword(id, password));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
